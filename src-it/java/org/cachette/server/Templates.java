package org.cachette.server;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.util.Objects;
import org.cachette.server.app.Renderings;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/** Applications with the pages of a folder of {@code templates}. */
final class Templates {

    private static final String FACES = """
            <servlet>
              <servlet-name>faces</servlet-name>
              <servlet-class>jakarta.faces.webapp.FacesServlet</servlet-class>
            </servlet>
            <servlet-mapping>
              <servlet-name>faces</servlet-name>
              <url-pattern>*.xhtml</url-pattern>
            </servlet-mapping>
            """;

    private Templates() {}

    /** A war with all files of the folder. */
    static WebArchive war(String name, String folder) {
        WebArchive war = Deployments.war(name, Renderings.class).setWebXML(Deployments.webXml(FACES));
        for (File page : Objects.requireNonNull(folder(folder).listFiles(File::isFile))) {
            war.addAsWebResource(page, page.getName());
        }
        return war;
    }

    private static File folder(String name) {
        URL folder = Objects.requireNonNull(Templates.class.getResource("/" + name), name);
        try {
            return new File(folder.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
