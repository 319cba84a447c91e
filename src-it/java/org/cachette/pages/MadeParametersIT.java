package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.glassfish.hk2.api.Factory;
import org.glassfish.hk2.utilities.binding.AbstractBinder;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages whose parameters or fields the application makes of a request, and may refuse to make. */
final class MadeParametersIT {

    public static class Member {
        public String name = "";
    }

    public static class MemberFactory implements Factory<Member> {
        private final HttpHeaders headers;

        @Inject
        public MemberFactory(HttpHeaders headers) {
            this.headers = headers;
        }

        @Override
        public Member provide() {
            if (!"right".equals(headers.getHeaderString("X-Key"))) {
                throw new ForbiddenException();
            }
            return new Member();
        }

        @Override
        public void dispose(Member member) {}
    }

    public static class Binding implements Feature {
        @Override
        public boolean configure(FeatureContext context) {
            context.register(new AbstractBinder() {
                @Override
                protected void configure() {
                    bindFactory(MemberFactory.class)
                            .to(Member.class)
                            .in(org.glassfish.jersey.process.internal.RequestScoped.class);
                }
            });
            return true;
        }
    }

    public static class Document {
        public final String id;

        Document(String id) {
            this.id = id;
        }
    }

    public static class Documents implements ParamConverterProvider {
        @Context
        HttpHeaders headers;

        @Override
        @SuppressWarnings("unchecked")
        public <T> @Nullable ParamConverter<T> getConverter(Class<T> raw, Type generic, Annotation[] annotations) {
            return raw != Document.class
                    ? null
                    : (ParamConverter<T>) new ParamConverter<Document>() {
                        @Override
                        public Document fromString(String value) {
                            if (!"right".equals(headers.getHeaderString("X-Key"))) {
                                throw new ForbiddenException();
                            }
                            return new Document(value);
                        }

                        @Override
                        public String toString(Document value) {
                            return value.id;
                        }
                    };
        }
    }

    @Path("/by-context")
    public static class ByContext {
        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page(@Context Member member) {
            return UnguardedPages.text(this, runs);
        }
    }

    /** The same, kept intercepted by a parameter of no use. */
    @Path("/by-context-control")
    public static class ByContextControl {
        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page(@Context Member member, @HeaderParam("X-Other") String other) {
            return UnguardedPages.text(this, runs);
        }
    }

    @RequestScoped
    @Path("/by-context-field")
    public static class ByContextField {
        @Context
        Member member;

        @GET
        @CachePage(60)
        public String page() {
            return UnguardedPages.text(
                    this,
                    jakarta.enterprise
                            .inject
                            .spi
                            .CDI
                            .current()
                            .select(Runs.class)
                            .get());
        }
    }

    @Path("/by-converter")
    public static class ByConverter {
        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page(@QueryParam("id") Document document) {
            return UnguardedPages.text(this, runs);
        }
    }

    @Path("/by-converter-control")
    public static class ByConverterControl {
        @Inject
        Runs runs;

        @GET
        @CachePage(60)
        public String page(@QueryParam("id") Document document, @HeaderParam("X-Other") String other) {
            return UnguardedPages.text(this, runs);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/by-context",
                "/by-context-field",
                "/by-context-control",
                "/by-converter?id=1",
                "/by-converter-control?id=1"
            })
    void aHitNeverReachesACallerWhoIsRefusedBeforeTheMethod(String path) {
        try (EmbeddedServer server = EmbeddedServer.start(
                Map.of(),
                Runs.class,
                Binding.class,
                Documents.class,
                ByContext.class,
                ByContextField.class,
                ByContextControl.class,
                ByConverter.class,
                ByConverterControl.class)) {
            int refused = server.get(path, "X-Key: wrong").status();
            assertThat(refused).isGreaterThanOrEqualTo(400);
            Answer first = server.get(path, "X-Key: right");
            assertThat(first.status()).as(first.text()).isEqualTo(200);
            assertThat(server.get(path, "X-Key: right").text()).isEqualTo(first.text());
            Answer wrong = server.get(path, "X-Key: wrong");
            assertThat(wrong.status()).as(path + " gave " + wrong.text()).isEqualTo(refused);
        }
    }
}
