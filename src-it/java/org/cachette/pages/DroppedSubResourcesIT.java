package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import org.cachette.Pages;
import org.cachette.annotation.CachePage;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages of classes that only a locator leads to are dropped as others are. */
@Tag("ee11")
final class DroppedSubResourcesIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = EmbeddedServer.start(
                Map.of(), Shelf.class, Book.class, PrefixedBook.class, Runs.class, SettableClock.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shelf/book", "/shelf/prefixed"})
    @Tag("R9111-80")
    void aPostDropsThePage(String path) {
        String first = server.get(path).text();

        assertThat(server.get(path).text()).isEqualTo(first);
        assertThat(server.post(path, "a=b").text()).isEqualTo("changed");
        assertThat(server.get(path).text()).isNotEqualTo(first);
    }

    @Test
    void theApplicationDropsOne() {
        String first = server.get("/shelf/prefixed").text();

        assertThat(server.get("/shelf/drop").text()).isEqualTo("true");
        assertThat(server.get("/shelf/prefixed").text()).isNotEqualTo(first);
    }

    @Test
    void theApplicationDropsAll() {
        String first = server.get("/shelf/prefixed").text();

        server.get("/shelf/clear");
        assertThat(server.get("/shelf/prefixed").text()).isNotEqualTo(first);
    }

    @Path("/shelf")
    @RequestScoped
    public static class Shelf {

        @Inject
        Book book;

        @Inject
        PrefixedBook prefixed;

        @Inject
        Pages pages;

        @Path("book")
        public Book book() {
            return book;
        }

        @Path("prefixed")
        public PrefixedBook prefixed() {
            return prefixed;
        }

        @GET
        @Path("drop")
        public String drop(@Context UriInfo uri) {
            return Boolean.toString(pages.invalidate(uri.getBaseUri().resolve("shelf/prefixed")));
        }

        @GET
        @Path("clear")
        public String clear() {
            pages.clear();
            return "cleared";
        }
    }

    @RequestScoped
    public static class Book {

        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page() {
            return "run " + runs.next();
        }

        @POST
        public String change() {
            return "changed";
        }
    }

    @RequestScoped
    public static class PrefixedBook {

        @Inject
        Runs runs;

        @GET
        @CachePage(value = 60, keyPrefix = "books")
        public String page() {
            return "run " + runs.next();
        }

        @POST
        public String change() {
            return "changed";
        }
    }
}
