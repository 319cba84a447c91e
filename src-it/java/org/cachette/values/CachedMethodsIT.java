package org.cachette.values;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.cachette.Cache;
import org.cachette.Caches;
import org.cachette.embedded.EmbeddedServer;
import org.cachette.values.Members.CompletableMember;
import org.cachette.values.Members.Member;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("ee11")
final class CachedMethodsIT {

    private EmbeddedServer server;
    private Members members;

    @BeforeEach
    void start() {
        server = EmbeddedServer.start(Map.of(), Members.class, AnyPage.class);
        members = server.bean(Members.class);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aResultIsKeptForItsArguments() {
        assertThat(members.name(1)).isEqualTo("alice");
        assertThat(members.name(1)).isEqualTo("alice");
        assertThat(members.name(2)).isEqualTo("bob");
        assertThat(members.calls()).isEqualTo(2);
    }

    @Test
    void theKeyIsTheOneThatTheCacheKnows() {
        members.name(1);

        assertThat(cache().get("member-1")).contains("alice");
        cache().delete("member-1");
        members.name(1);
        assertThat(members.calls()).isEqualTo(2);
    }

    @Test
    void nullIsAResult() {
        assertThat(members.name(3)).isNull();
        assertThat(members.name(3)).isNull();
        assertThat(members.boxed(null)).isNull();
        assertThat(members.boxed(null)).isNull();
        assertThat(members.boxed("null")).isEqualTo(4);
        assertThat(members.boxed("")).isZero();
        assertThat(members.calls()).isEqualTo(4);
    }

    @Test
    void soIsAnOptional() {
        assertThat(members.find("alice")).contains("alice");
        assertThat(members.find("alice")).contains("alice");
        assertThat(members.find("nobody")).isEmpty();
        assertThat(members.find("nobody")).isEmpty();
        assertThat(members.calls()).isEqualTo(2);
    }

    @Test
    void numbersComeBackAsWhatTheyWere() {
        assertThat(members.count(1, 23)).isEqualTo(1);
        assertThat(members.count(1, 23)).isEqualTo(1);
        assertThat(members.count(12, 3)).isEqualTo(2);
        assertThat(members.boxed("four")).isEqualTo(4);
        assertThat(members.boxed("four")).isEqualTo(4);
        assertThat(members.calls()).isEqualTo(3);
    }

    @Test
    void argumentsThatLookAlikeAreNotTakenForEachOther() {
        assertThat(members.all(List.of("a,b"))).containsExactly(3);
        assertThat(members.all(List.of("a", "b"))).containsExactly(1, 1);
        assertThat(members.all(List.of())).isEmpty();
        assertThat(members.all(List.of(""))).containsExactly(0);
        assertThat(members.all(Arrays.asList((String) null, "~").subList(1, 2))).containsExactly(1);
        assertThat(members.calls()).isEqualTo(5);
    }

    @Test
    void nobodyChangesAKeptResultByAccident() {
        members.all(List.of("abc")).add(7);
        members.all(List.of("abc")).add(7);

        assertThat(members.all(List.of("abc"))).containsExactly(3);
    }

    @Test
    void theValueOfAStageIsKeptOnceItIsThere() {
        assertThat(members.later(CompletableMember.NOW).toCompletableFuture().join())
                .contains(BigDecimal.ONE);
        assertThat(members.later(CompletableMember.NOW).toCompletableFuture().join())
                .contains(BigDecimal.ONE);
        assertThat(members.calls()).isEqualTo(1);
    }

    @Test
    void whatFailsIsNotKept() {
        for (int i = 0; i < 2; i++) {
            assertThat(members.later(CompletableMember.FAILED).toCompletableFuture())
                    .isCompletedExceptionally();
            assertThatThrownBy(() -> members.broken("how"))
                    .isExactlyInstanceOf(IOException.class)
                    .hasMessage("how");
        }
        assertThat(members.calls()).isEqualTo(4);
    }

    @Test
    void aChangeDropsWhatItIsAbout() {
        members.name(1);
        members.name(2);
        members.save(new Member(1, "carol"));

        assertThat(members.name(1)).isEqualTo("carol");
        members.name(2);
        assertThat(members.calls()).isEqualTo(3);
    }

    @Test
    void aChangeThatFailedDropsNothing() {
        members.name(1);
        assertThatThrownBy(() -> members.fail(1)).hasMessage("undone");

        assertThat(members.name(1)).isEqualTo("alice");
    }

    @Test
    void aChangeInAStageDropsOnceItIsDone() {
        members.name(1);
        CompletableFuture<Void> when = new CompletableFuture<>();
        CompletableFuture<?> saved = members.saveLater(1, "carol", when).toCompletableFuture();
        assertThat(members.name(1)).isEqualTo("alice");
        when.complete(null);

        assertThat(saved).isCompleted();
        assertThat(members.name(1)).isEqualTo("carol");
    }

    @Test
    void severalAnnotationsAllAct() {
        members.name(1);
        members.name(2);
        members.swap(1, 2);

        assertThat(members.name(1)).isEqualTo("bob");
        assertThat(members.name(2)).isEqualTo("alice");
    }

    @Test
    void whoChangesSeesTheChangeAtOnceAndNothingOfItIsKept() {
        members.name(1);

        assertThat(members.rename(1, "carol", members)).isEqualTo("carol");
        assertThat(cache().hasKey("member-1")).isFalse();
        assertThat(members.name(1)).isEqualTo("carol");
    }

    @Test
    void anEntryOfAnotherTypeIsAMiss() {
        cache().set("member-1", 5);

        assertThat(members.name(1)).isEqualTo("alice");
        assertThat(cache().get("member-1")).contains("alice");
    }

    private Cache cache() {
        return server.bean(Caches.class).getDefault();
    }
}
