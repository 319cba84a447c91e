package org.cachette.server;

import com.github.benmanes.caffeine.cache.Caffeine;
import java.io.File;
import java.net.URISyntaxException;
import java.util.Map;
import java.util.stream.Collectors;
import org.cachette.Cache;
import org.cachette.server.app.Calls;
import org.cachette.server.app.RestApplication;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.importer.ExplodedImporter;
import org.jboss.shrinkwrap.api.spec.JavaArchive;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.jspecify.annotations.NullMarked;

/** Wars as a user builds them: own classes, a {@code beans.xml}, and Cachette with its libraries in WEB-INF/lib. */
final class Deployments {

    private static final String BEANS_XML = """
            <beans xmlns="https://jakarta.ee/xml/ns/jakartaee" version="4.0" bean-discovery-mode="annotated">%s</beans>
            """;

    private static final String WEB_XML = """
            <web-app xmlns="https://jakarta.ee/xml/ns/jakartaee" version="6.0">%s</web-app>
            """;

    private Deployments() {}

    /**
     * A war with the given classes, an {@code Application} under {@code /api} that lists nothing, and the bean {@link
     * Calls}.
     *
     * @param name the context path, without slash
     */
    static WebArchive war(String name, Class<?>... classes) {
        return ShrinkWrap.create(WebArchive.class, name + ".war")
                .addClasses(RestApplication.class, Calls.class)
                .addClasses(classes)
                .addAsWebInfResource(beansXml(""), "beans.xml")
                .addAsLibraries(cachette(), libraryOf(Caffeine.class), libraryOf(NullMarked.class));
    }

    /** The content of a {@code beans.xml}: interceptors, decorators, alternatives. */
    static StringAsset beansXml(String content) {
        return new StringAsset(BEANS_XML.formatted(content));
    }

    /** The content of a {@code web.xml}. */
    static StringAsset webXml(String content) {
        return new StringAsset(WEB_XML.formatted(content));
    }

    /** The settings of an application, as its {@code microprofile-config.properties}. */
    static StringAsset settings(Map<String, String> settings) {
        return new StringAsset(settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue() + "\n")
                .collect(Collectors.joining()));
    }

    private static JavaArchive cachette() {
        JavaArchive jar = ShrinkWrap.create(JavaArchive.class, "cachette.jar");
        File classes = originOf(Cache.class);
        if (classes.isDirectory()) {
            return jar.as(ExplodedImporter.class).importDirectory(classes).as(JavaArchive.class);
        }
        return ShrinkWrap.createFromZipFile(JavaArchive.class, classes);
    }

    private static JavaArchive libraryOf(Class<?> type) {
        return ShrinkWrap.createFromZipFile(JavaArchive.class, originOf(type));
    }

    private static File originOf(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("where is " + type + "?", e);
        }
    }
}
