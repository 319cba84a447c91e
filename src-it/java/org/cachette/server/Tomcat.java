package org.cachette.server;

import static org.awaitility.Awaitility.await;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.cachette.backend.ServerProcess;
import org.cachette.client.Client;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A Tomcat of its own with one application, which brings CDI and Faces along. The build says where Tomcat and the libraries are:
 * {@code tomcat.home}, and {@code tomcat.libraries} with a folder {@code all} and one for each implementation of Faces.
 */
final class Tomcat implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final String SERVER_XML = """
            <Server port="-1"><Service name="Catalina">
              <Connector address="127.0.0.1" port="%d"/>
              <Engine name="Catalina" defaultHost="localhost">
                <Host name="localhost" appBase="webapps" autoDeploy="false"/>
              </Engine>
            </Service></Server>
            """;

    private final Client visitor;
    private final ServerProcess process;

    private Tomcat(Client visitor, ServerProcess process) {
        this.visitor = visitor;
        this.process = process;
    }

    /** Started, with the application in it. */
    static Tomcat with(String faces, WebArchive war) {
        int port = ServerProcess.freePort();
        war.addAsLibraries(libraries("all")).addAsLibraries(libraries(faces));
        Path base = base(war, port);
        Client visitor = Client.of(URI.create("http://127.0.0.1:" + port + "/application"));
        Tomcat tomcat = new Tomcat(visitor, new ServerProcess(command(base), () -> true));
        tomcat.process.start();
        await("the application in " + base)
                .atMost(PATIENCE)
                .ignoreExceptions()
                .until(() -> visitor.get("/count.jsp").status() > 0);
        return tomcat;
    }

    Client visitor() {
        return visitor;
    }

    private static Path home() {
        return Path.of(System.getProperty("tomcat.home"));
    }

    private static File[] libraries(String folder) {
        Path libraries = Path.of(System.getProperty("tomcat.libraries"), folder);
        return Objects.requireNonNull(libraries.toFile().listFiles(), libraries.toString());
    }

    private static Path base(WebArchive war, int port) {
        try {
            Path base = Files.createTempDirectory(home().toAbsolutePath().getParent(), "base");
            Files.createDirectory(base.resolve("temp"));
            Files.createDirectory(base.resolve("conf"));
            Files.copy(home().resolve("conf/web.xml"), base.resolve("conf/web.xml"));
            Files.writeString(base.resolve("conf/server.xml"), SERVER_XML.formatted(port));
            Path applications = Files.createDirectory(base.resolve("webapps"));
            war.as(ZipExporter.class)
                    .exportTo(applications.resolve("application.war").toFile());
            return base;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> command(Path base) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-cp",
                home().resolve("bin/bootstrap.jar") + File.pathSeparator + home().resolve("bin/tomcat-juli.jar"),
                "-Djava.util.logging.manager=org.apache.juli.ClassLoaderLogManager",
                "-Djava.util.logging.config.file=" + home().resolve("conf/logging.properties"),
                "-Dcatalina.home=" + home(),
                "-Dcatalina.base=" + base,
                "-Djava.io.tmpdir=" + base.resolve("temp"),
                "org.apache.catalina.startup.Bootstrap",
                "start");
    }

    @Override
    public void close() {
        process.close();
    }
}
