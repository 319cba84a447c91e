package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pages with pieces that are cached by themselves. */
@Tag("ee11")
final class FragmentsIT {

    private EmbeddedServer server;

    @BeforeEach
    void start() {
        server = EmbeddedServer.start(Map.of(), FragmentPages.class, Runs.class, SettableClock.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "written"})
    void aMembersPageIsPrivateAndNotStoredThoughItsPiecesAre(String page) {
        Answer first = member("alice", page);
        Answer second = member("alice", page);

        assertThat(first.header("Cache-Control")).contains("private");
        assertThat(first.header("Vary")).contains("Cookie");
        assertThat(second.header("Cache-Control")).contains("private");
        assertThat(second.header("Vary")).contains("Cookie");
        assertThat(second.header("Age")).isEmpty();
        assertThat(second.text()).isNotEqualTo(first.text());
        assertThat(pieces(second)).isEqualTo(pieces(first));
    }

    @Test
    void membersHaveFragmentsOfTheirOwnAndVisitorsNone() {
        assertThat(member("alice", "page").text()).contains("count of alice");
        assertThat(member("bob", "page").text()).contains("count of bob");
        assertThat(server.get("/fragments/page").text()).contains("count of null");
        assertThat(member("null", "page").header("Cache-Control")).contains("private");
    }

    @Test
    void aPostDropsTheFragmentOfOneMember() {
        String alice = pieces(member("alice", "page"));
        String bob = pieces(member("bob", "page"));
        server.post("/fragments/read", "", "Cookie: member=alice");

        assertThat(pieces(member("alice", "page"))).isNotEqualTo(alice).contains("count of alice");
        assertThat(pieces(member("bob", "page"))).isEqualTo(bob);
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "written"})
    void thePageOfAVisitorIsStoredAndMembersDoNotGetIt(String page) {
        Answer first = server.get("/fragments/" + page);
        Answer second = server.get("/fragments/" + page);

        assertThat(second.text()).isEqualTo(first.text()).contains("count of null");
        assertThat(second.header("Age")).contains("0");
        assertThat(member("alice", page).text()).contains("count of alice");
        assertThat(server.get("/fragments/" + page).text()).isEqualTo(first.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"page", "written"})
    void thePageLivesAsLongAsTheFirstOfItsPieces(String page) {
        Answer first = server.get("/fragments/" + page);
        assertThat(first.header("Cache-Control")).contains("max-age=120");
        advance(119);
        assertThat(server.get("/fragments/" + page).text()).isEqualTo(first.text());

        advance(1);
        assertThat(server.get("/fragments/" + page).text()).isNotEqualTo(first.text());
    }

    @Test
    void aPieceFromTheCacheHasOnlyTheRestOfItsLife() {
        server.get("/fragments/news/one");
        advance(100);
        Answer two = server.get("/fragments/news/two");

        assertThat(two.header("Cache-Control")).contains("max-age=200");
        advance(199);
        assertThat(server.get("/fragments/news/two").text()).isEqualTo(two.text());
        advance(1);
        assertThat(server.get("/fragments/news/two").text()).isNotEqualTo(two.text());
    }

    @Test
    void aPageWithAPieceThatIsNotKeptIsNotKept() {
        Answer first = server.get("/fragments/not-kept");

        assertThat(first.header("Cache-Control")).contains("max-age=0");
        assertThat(server.get("/fragments/not-kept").text()).isNotEqualTo(first.text());
    }

    private Answer member(String name, String page) {
        return server.get("/fragments/" + page, "Cookie: member=" + name);
    }

    private static String pieces(Answer answer) {
        return answer.text().substring(answer.text().indexOf("news"));
    }

    private void advance(int seconds) {
        server.bean(SettableClock.class).advance(Duration.ofSeconds(seconds));
    }
}
