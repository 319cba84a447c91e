package org.cachette.samples.forum.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.util.logging.LogManager;
import org.eclipse.microprofile.config.ConfigProvider;

/** {@code java -jar forum.jar}: runs until it is told to stop. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        configureLogging();
        int port = ConfigProvider.getConfig()
                .getOptionalValue("PORT", Integer.class)
                .orElse(8080);
        ForumServer forum = ForumServer.start(port);
        Runtime.getRuntime().addShutdownHook(new Thread(forum::close, "stop"));
        System.out.println("The forum is at " + forum.address());
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
