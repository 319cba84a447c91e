package org.cachette.samples.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;
import org.eclipse.microprofile.config.ConfigProvider;

/** {@code java -jar gateway.jar}: runs until it is told to stop. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        configureLogging();
        int port = ConfigProvider.getConfig()
                .getOptionalValue("PORT", Integer.class)
                .orElse(8080);
        GatewayServer gateway;
        try {
            gateway = GatewayServer.start(port);
        } catch (IllegalStateException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(gateway::close, "stop"));
        System.out.println("The gateway is at " + gateway.address());
        Thread.currentThread().join();
    }

    private static void configureLogging() throws IOException {
        if (System.getProperty("java.util.logging.config.file") == null) {
            try (InputStream settings = Main.class.getResourceAsStream("/logging.properties")) {
                LogManager.getLogManager().readConfiguration(settings);
            }
        }
    }
}
