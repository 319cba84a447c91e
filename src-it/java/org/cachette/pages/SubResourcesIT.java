package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.container.ResourceContext;
import jakarta.ws.rs.core.Context;
import java.util.Map;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Sub-resources that CDI makes are cached like others; of those made with {@code new} a warning tells. */
@Tag("ee11")
final class SubResourcesIT {

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of(), Shops.class, MadeByCdi.class, Overriding.class, Runs.class, SettableClock.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void anInjectedSubResourceIsCachedByItsWholeUrl() {
        String one = server.get("/shops/1/injected/page").text();
        String two = server.get("/shops/2/injected/page").text();

        assertThat(one).startsWith("shop page").isNotEqualTo(two);
        assertThat(server.get("/shops/1/injected/page").text()).isEqualTo(one);
        assertThat(server.get("/shops/2/injected/page").text()).isEqualTo(two);
    }

    @Test
    void oneFoundInTheResourceContextIsCachedToo() {
        String first = server.get("/shops/1/context/page").text();

        assertThat(server.get("/shops/1/context/page").text()).isEqualTo(first);
        assertThat(server.get("/shops/1/injected/page").text()).isNotEqualTo(first);
    }

    @Test
    void oneOfWhichTheLocatorGivesTheClassIsCachedOrAnnouncedAsNotBeing() {
        try (Warnings warnings = new Warnings()) {
            String first = server.get("/shops/1/class/page").text();
            boolean cached = server.get("/shops/1/class/page").text().equals(first);

            assertThat(cached || !warnings.lines().isEmpty()).isTrue();
        }
    }

    @Test
    void oneMadeWithNewIsWarnedAboutOnceAndNotCached() {
        try (Warnings warnings = new Warnings()) {
            String first = server.get("/shops/1/new/page").text();

            assertThat(server.get("/shops/1/new/page").text()).isNotEqualTo(first);
            assertThat(warnings.lines())
                    .singleElement()
                    .asString()
                    .startsWith(MadeWithNew.class.getName() + ".page has caching annotations that do not act");
        }
    }

    @Test
    void whatItSaysAboutTheHeadersIsStillDeclared() {
        Answer never = server.get("/shops/1/new/never");
        Answer control = server.get("/shops/1/new/control");

        assertThat(never.header("Cache-Control")).contains("max-age=0, no-cache, no-store, must-revalidate, private");
        assertThat(control.header("Cache-Control")).contains("private, max-age=5");
        assertThat(control.header("Vary")).contains("Accept-Language, Cookie");
    }

    @Test
    void nothingIsSaidOfOneWithoutAnnotations() {
        try (Warnings warnings = new Warnings()) {
            server.get("/shops/1/new/plain");

            assertThat(warnings.lines()).isEmpty();
        }
    }

    @Test
    void anOverrideWithoutTheAnnotationIsWarnedAboutAtDeployment() {
        stop();
        try (Warnings warnings = new Warnings()) {
            start();

            assertThat(warnings.lines())
                    .contains("@CachePage on " + Annotated.class.getName() + ".page does not act on "
                            + Overriding.class.getName() + ".page, which overrides it: repeat the annotation there if"
                            + " it should")
                    .noneMatch(line -> line.contains("inherited"));
        }
        assertThat(server.get("/overriding").text())
                .isNotEqualTo(server.get("/overriding").text());
        assertThat(server.get("/overriding/inherited").text())
                .isEqualTo(server.get("/overriding/inherited").text());
    }

    @Path("/shops/{shop}")
    @RequestScoped
    public static class Shops {

        @Inject
        MadeByCdi injected;

        @Inject
        Runs runs;

        @Context
        ResourceContext resources;

        @Path("injected")
        public MadeByCdi injected() {
            return injected;
        }

        @Path("context")
        public MadeByCdi context() {
            return resources.getResource(MadeByCdi.class);
        }

        @Path("class")
        public Class<MadeByCdi> byClass() {
            return MadeByCdi.class;
        }

        @Path("new")
        public MadeWithNew withNew() {
            return new MadeWithNew(runs);
        }
    }

    @RequestScoped
    @Produces("text/plain")
    public static class MadeByCdi {

        @Inject
        Runs runs;

        @GET
        @Path("page")
        @CachePage(60)
        public String page(@PathParam("shop") String shop) {
            return "shop page " + shop + " " + runs.next();
        }
    }

    @Produces("text/plain")
    public static class MadeWithNew {

        private final Runs runs;

        MadeWithNew(Runs runs) {
            this.runs = runs;
        }

        @GET
        @Path("page")
        @CachePage(60)
        public String page() {
            return "page " + runs.next();
        }

        @GET
        @Path("never")
        @NeverCache
        public String never() {
            return "never";
        }

        @GET
        @Path("control")
        @CacheControl(isPrivate = true, maxAge = 5)
        @VaryOnHeaders("Accept-Language")
        @VaryOnCookie
        public String control() {
            return "control";
        }

        @GET
        @Path("plain")
        public String plain() {
            return "plain";
        }
    }

    @Produces("text/plain")
    public abstract static class Annotated {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page() {
            return "page " + runs.next();
        }

        @GET
        @Path("inherited")
        @CachePage(60)
        public String inherited() {
            return "inherited " + runs.next();
        }
    }

    @Path("/overriding")
    @RequestScoped
    public static class Overriding extends Annotated {

        @Override
        public String page() {
            return "overriding " + runs.next();
        }
    }
}
