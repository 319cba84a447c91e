package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.cachette.annotation.CachePage;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.cachette.http.EntityTag;
import org.glassfish.jersey.message.GZipEncoder;
import org.glassfish.jersey.server.filter.EncodingFilter;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages that Jersey encodes on their way out. */
@Tag("ee11")
final class GzipIT {

    private static final String GZIP = "Accept-Encoding: gzip";
    private static final String IDENTITY = "Accept-Encoding: identity";

    private static EmbeddedServer server;

    @BeforeAll
    static void start() {
        server = EmbeddedServer.start(
                Map.of("cachette.site.max-body", "10000"),
                Texts.class,
                Runs.class,
                SettableClock.class,
                EncodingFilter.class,
                GZipEncoder.class);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "response", "number"})
    @Tag("DJ-GZIP-04")
    void theEncodedPageIsStoredOnceAndServedAsItIs(String page) {
        String path = "/texts/" + page + "?stored";
        int runs = runs();
        Answer first = server.get(path, GZIP);
        Answer hit = server.get(path, GZIP);

        assertThat(first.header("Content-Encoding")).contains("gzip");
        assertThat(hit.header("Content-Encoding")).contains("gzip");
        assertThat(hit.body()).isEqualTo(first.body());
        assertThat(hit.header("Age")).contains("0");
        assertThat(hit.header("Content-Length")).contains(Integer.toString(hit.body().length));
        assertThat(unzipped(hit)).isNotEmpty();
        assertThat(runs()).isEqualTo(runs + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "response", "number"})
    void clientsWithAndWithoutGzipGetWhatTheyCanRead(String page) {
        String path = "/texts/" + page + "?both";
        for (int round = 0; round < 2; round++) {
            Answer coded = server.get(path, GZIP);
            Answer plain = server.get(path, IDENTITY);
            Answer silent = server.get(path);

            assertThat(coded.header("Content-Encoding")).contains("gzip");
            assertThat(unzipped(coded)).matches("\\d+.*");
            assertThat(plain.header("Content-Encoding")).isEmpty();
            assertThat(plain.text()).matches("\\d+.*");
            assertThat(silent.header("Content-Encoding")).isEmpty();
            assertThat(silent.text()).matches("\\d+.*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {GZIP, IDENTITY})
    @Tag("DJ-GZIP-01")
    void bothAnswersVaryOnAcceptEncoding(String accept) {
        server.get("/texts/text?vary", accept);

        assertThat(server.get("/texts/text?vary", accept).header("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).containsIgnoringCase("Accept-Encoding"));
    }

    @Test
    @Tag("R9110-14")
    @Tag("R9110-51")
    void eachCodingHasAStrongTagOfItsOwn() {
        Answer coded = server.get("/texts/text?tags", GZIP);
        Answer plain = server.get("/texts/text?tags", IDENTITY);

        assertThat(coded.header("ETag")).contains(EntityTag.of(coded.body()).toString());
        assertThat(plain.header("ETag")).contains(EntityTag.of(plain.body()).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {GZIP, IDENTITY})
    @Tag("R9110-25")
    void aHeadHasTheHeadersOfTheGetInThatCoding(String accept) {
        Answer get = server.get("/texts/text?head", accept);
        Answer head = server.head("/texts/text?head", accept);

        assertThat(head.body()).isEmpty();
        for (String name : new String[] {"ETag", "Content-Encoding", "Content-Length", "Content-Type", "Vary"}) {
            assertThat(head.header(name)).as(name).isEqualTo(get.header(name));
        }
        assertThat(head.header("Age")).contains("0");
    }

    @ParameterizedTest
    @ValueSource(strings = {GZIP, IDENTITY})
    void aHeadThatComesFirstServesNoGet(String accept) {
        String path = "/texts/text?head-first=" + accept.length();
        server.head(path, accept);
        Answer get = server.get(path, accept);

        assertThat(get.body()).isNotEmpty();
        assertThat(server.get(path, accept).body()).isEqualTo(get.body());
    }

    @Test
    @Tag("R9110-20")
    @Tag("R9110-21")
    void theCodedTagGetsA304() {
        String tag = server.get("/texts/text?304", GZIP).header("ETag").orElseThrow();
        Answer answer = server.get("/texts/text?304", GZIP, "If-None-Match: " + tag);

        assertThat(answer.status()).isEqualTo(304);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.header("ETag")).contains(tag);
        assertThat(answer.header("Content-Encoding")).isEmpty();
        assertThat(answer.header("Vary"))
                .hasValueSatisfying(vary -> assertThat(vary).containsIgnoringCase("Accept-Encoding"));
    }

    @Test
    void theFirstAnswerIsA304ForTheCodedTagToo() {
        String path = "/texts/constant?first-304";
        String tag = server.get(path + "=a", GZIP).header("ETag").orElseThrow();

        assertThat(server.get(path + "=b", GZIP, "If-None-Match: " + tag).status())
                .isEqualTo(304);
    }

    @Test
    void theTagOfOneCodingIsNotThatOfAnother() {
        String tag = server.get("/texts/constant?other", GZIP).header("ETag").orElseThrow();

        assertThat(server.get("/texts/constant?other", IDENTITY, "If-None-Match: " + tag)
                        .status())
                .isEqualTo(200);
    }

    @Test
    @Tag("DJ-GZIP-03")
    void theMethodsOwnStrongTagBecomesWeakUnderACoding() {
        for (int round = 0; round < 2; round++) {
            assertThat(server.get("/texts/tagged", GZIP).header("ETag")).contains("W/\"v1\"");
            assertThat(server.get("/texts/tagged", IDENTITY).header("ETag")).contains("\"v1\"");
        }
        assertThat(server.get("/texts/tagged", GZIP, "If-None-Match: \"v1\"").status())
                .isEqualTo(304);
    }

    @ParameterizedTest
    @ValueSource(strings = {GZIP, IDENTITY})
    void aPageThatOutgrowsTheLimitIsWholeAndNotStored(String accept) {
        Answer first = server.get("/texts/large", accept);
        Answer second = server.get("/texts/large", accept);

        assertThat(text(first)).hasSize(400_000);
        assertThat(text(second)).hasSize(400_000).isNotEqualTo(text(first));
        assertThat(second.header("Age")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"no-content", "missing"})
    void answersWithoutGoodContentAreServedAlike(String page) {
        Answer first = server.get("/texts/" + page, GZIP);
        Answer second = server.get("/texts/" + page, GZIP);

        assertThat(second.status()).isEqualTo(first.status());
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(second.header("Content-Encoding")).isEqualTo(first.header("Content-Encoding"));
    }

    private static int runs() {
        return server.bean(Runs.class).count();
    }

    private static String text(Answer answer) {
        return answer.header("Content-Encoding").isPresent() ? unzipped(answer) : answer.text();
    }

    private static String unzipped(Answer answer) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Path("/texts")
    @Produces("text/plain")
    public static class Texts {

        @Inject
        Runs runs;

        @GET
        @Path("text")
        @CachePage(60)
        public String text() {
            return runs.next() + " and much more of the same".repeat(50);
        }

        @GET
        @Path("constant")
        @CachePage(60)
        public String constant() {
            return "the same for ever";
        }

        @GET
        @Path("response")
        @CachePage(60)
        public Response response() {
            return Response.ok(runs.next() + " by a response").build();
        }

        @GET
        @Path("number")
        @CachePage(60)
        public int number() {
            return runs.next();
        }

        @GET
        @Path("tagged")
        @CachePage(60)
        public Response tagged() {
            return Response.ok("tagged").tag("v1").build();
        }

        @GET
        @Path("large")
        @CachePage(60)
        public String large() {
            int[] random = new java.util.Random(runs.next())
                    .ints(100_000, 1000, 10_000)
                    .toArray();
            StringBuilder digits = new StringBuilder();
            for (int number : random) {
                digits.append(number);
            }
            return digits.toString();
        }

        @GET
        @Path("no-content")
        @CachePage(60)
        public Response noContent() {
            return Response.noContent().build();
        }

        @GET
        @Path("missing")
        @CachePage(60)
        public Response missing() {
            return Response.status(404)
                    .entity("missing")
                    .header("Cache-Control", "max-age=60")
                    .build();
        }
    }
}
