package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Fields that speak to this cache alone. */
@Tag("ee11")
final class TargetedFieldsIT {

    private static final String PAGE = "/versions/ruled";

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = site(Map.of("cachette.site.timeout", "response"));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private static EmbeddedServer site(Map<String, String> more) {
        Map<String, String> settings = new TreeMap<>(Map.of(
                "cachette.site.enabled", "true",
                "cachette.site.targets", "Acme-Cache-Control, CDN-Cache-Control"));
        settings.putAll(more);
        return EmbeddedServer.start(
                settings, VersionedPages.class, Runs.class, Edition.class, RequestNote.class, SettableClock.class);
    }

    private void restart(Map<String, String> more) {
        server.close();
        server = site(more);
    }

    @Test
    @Tag("R9213-2")
    @Tag("R9213-3")
    @Tag("R9213-11")
    void theFirstThatIsThereDecidesAlone() {
        edition().say("Acme-Cache-Control", "max-age=60");
        edition().say("CDN-Cache-Control", "max-age=10");
        edition().say("Cache-Control", "no-store");
        server.get(PAGE);
        pass(50);
        Answer hit = server.get(PAGE);

        assertThat(hit.text()).isEqualTo("run 1");
        assertThat(hit.header("Age")).contains("50");
        assertThat(hit.header("Cache-Control")).contains("no-store");
        pass(11);
        server.get(PAGE);
        assertThat(runs()).isEqualTo(2);
    }

    @Test
    @Tag("R9213-6")
    @Tag("R9213-10")
    void itMayForbidWhatOthersMayDo() {
        edition().say("CDN-Cache-Control", "no-store, max-age=60");
        edition().say("Cache-Control", "public, max-age=60");

        assertThat(server.get(PAGE).text()).isEqualTo("run 1");
        assertThat(server.get(PAGE).text()).isEqualTo("run 2");
    }

    @Test
    @Tag("R9213-1")
    @Tag("R9213-4")
    void oneThatCannotBeReadDoesNotCount() {
        edition().say("Acme-Cache-Control", "max-age=(");
        edition().say("Cache-Control", "max-age=60");

        assertThat(server.get(PAGE).text()).isEqualTo("run 1");
        assertThat(server.get(PAGE).text()).isEqualTo("run 1");
    }

    @Test
    @Tag("R9213-5")
    void thoseForOthersPassThrough() {
        edition().say("Other-Cache-Control", "max-age=60");
        edition().say("Cache-Control", "no-store");

        assertThat(server.get(PAGE).header("Other-Cache-Control")).contains("max-age=60");
        assertThat(server.get(PAGE).text()).isEqualTo("run 2");
    }

    @Test
    @Tag("R9213-3")
    void theyCountForPagesWithATimeoutToo() {
        restart(Map.of("cachette.site.timeout", "60"));
        edition().say("Acme-Cache-Control", "private");
        server.get(PAGE);
        assertThat(server.get(PAGE).text()).isEqualTo("run 2");

        edition().say("Acme-Cache-Control", "max-age=10, stale-if-error=100");
        edition().say("Cache-Control", "private, no-store");
        Answer first = server.get(PAGE);
        assertThat(server.get(PAGE).text()).isEqualTo(first.text());
        assertThat(first.header("Cache-Control").orElseThrow()).contains("private", "no-store");
        pass(70);
        edition().answerWith(503);
        assertThat(server.get(PAGE).text()).isEqualTo(first.text());
    }

    @Test
    void aPrivatePageOfTheFieldIsNotGivenToAnIdentifiedVisitorBecauseCacheControlSaysPublic() {
        restart(Map.of("cachette.site.timeout", "60"));
        edition().say("Acme-Cache-Control", "max-age=60");
        edition().say("Cache-Control", "public, max-age=60");
        server.get(PAGE);

        assertThat(server.get(PAGE, "Authorization: Basic bWVtYmVyMTpz").text()).isEqualTo("run 2");
        assertThat(server.get(PAGE).text()).isEqualTo("run 1");
    }

    private Edition edition() {
        return server.bean(Edition.class);
    }

    private int runs() {
        return server.bean(Runs.class).count();
    }

    private void pass(int seconds) {
        server.bean(SettableClock.class).advance(Duration.ofSeconds(seconds));
    }
}
