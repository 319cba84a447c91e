package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.util.Map;
import org.cachette.client.Client;
import org.cachette.server.app.StoreResource;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Two applications that keep their entries in the server's own Hazelcast, which Payara hands to each as a bean. */
@EnabledIfSystemProperty(named = "arquillian.launch", matches = "payara", disabledReason = "only Payara has JCache")
@ExtendWith({QuietServer.class, ArquillianExtension.class})
final class JCacheServerIT {

    @ArquillianResource
    @OperateOnDeployment("one")
    URL one;

    @ArquillianResource
    @OperateOnDeployment("two")
    URL two;

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = "one", testable = false)
    static WebArchive one() {
        return application("jcache-one");
    }

    @Deployment(name = "two", testable = false)
    static WebArchive two() {
        return application("jcache-two");
    }

    @Deployment(name = "passing", managed = false, testable = false)
    static WebArchive passing() {
        return application("jcache-passing");
    }

    private static WebArchive application(String name) {
        return Deployments.war(name, StoreResource.class)
                .addAsResource(
                        Deployments.settings(Map.of(
                                "cachette.caches.default.backend", "jcache",
                                "cachette.caches.default.location", "shared",
                                "cachette.caches.default.on-error", "throw")),
                        "META-INF/microprofile-config.properties");
    }

    private static String get(URL application, String path) {
        return Client.of(URI.create(application + "api")).get(path).text();
    }

    @Test
    void whatOneApplicationStoresTheOtherReads() {
        get(one, "/store/set/key/value");

        assertThat(get(one, "/store/get/key")).isEqualTo("[value]");
        assertThat(get(two, "/store/get/key")).isEqualTo("[value]");
    }

    @Test
    void theyCountTogether() {
        assertThat(get(one, "/store/count/visits")).isEqualTo("count 1");
        assertThat(get(two, "/store/count/visits")).isEqualTo("count 2");
        assertThat(get(one, "/store/delete/visits")).isEqualTo("deleted true");
        assertThat(get(two, "/store/count/visits")).isEqualTo("count 1");
    }

    @Test
    void pagesAreKeptThereToo() {
        String first = get(one, "/store/page");

        assertThat(get(one, "/store/page")).isEqualTo(first);
    }

    @Test
    void theEntriesOfAnApplicationThatHasGoneStayAndItFindsThemWhenItComesBack() throws MalformedURLException {
        URL passing = new URL(two.toString().replace("jcache-two", "jcache-passing"));
        deployer.deploy("passing");
        get(passing, "/store/set/kept/value");

        deployer.undeploy("passing");
        assertThat(get(two, "/store/get/kept")).isEqualTo("[value]");
        deployer.deploy("passing");

        assertThat(get(passing, "/store/get/kept")).isEqualTo("[value]");
        deployer.undeploy("passing");
    }
}
