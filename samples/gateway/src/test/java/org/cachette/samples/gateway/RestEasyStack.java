package org.cachette.samples.gateway;

import io.undertow.Undertow;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.api.ListenerInfo;
import java.net.InetSocketAddress;
import java.net.URI;
import org.jboss.resteasy.cdi.CdiInjectorFactory;
import org.jboss.resteasy.core.ResteasyDeploymentImpl;
import org.jboss.resteasy.plugins.server.undertow.UndertowJaxrsServer;
import org.jboss.resteasy.spi.ResteasyDeployment;
import org.jboss.weld.environment.servlet.Listener;

/** RESTEasy in Undertow, with Weld as in a servlet container. */
record RestEasyStack(DeploymentManager application, Undertow server) implements Stack {

    static Stack start() throws Exception {
        ResteasyDeployment resteasy = new ResteasyDeploymentImpl();
        resteasy.setApplicationClass(GatewayApplication.class.getName());
        resteasy.setInjectorFactoryClass(CdiInjectorFactory.class.getName());
        DeploymentInfo war = new UndertowJaxrsServer()
                .undertowDeployment(resteasy)
                .setClassLoader(RestEasyStack.class.getClassLoader())
                .setContextPath("/")
                .setDeploymentName("gateway")
                .addListener(new ListenerInfo(Listener.class));
        DeploymentManager application = Servlets.defaultContainer().addDeployment(war);
        application.deploy();
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(application.start())
                .build();
        server.start();
        return new RestEasyStack(application, server);
    }

    @Override
    public URI address() {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort() + "/");
    }

    @Override
    public void close() {
        server.stop();
        application.undeploy();
    }
}
