package org.cachette.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What a method returns when its stored response takes the place of its result. */
final class NeutralValueTest {

    @Test
    void primitivesAreZero() {
        assertThat(NeutralValue.of(int.class)).isEqualTo(0);
        assertThat(NeutralValue.of(long.class)).isEqualTo(0L);
        assertThat(NeutralValue.of(double.class)).isEqualTo(0.0);
        assertThat(NeutralValue.of(char.class)).isEqualTo('\0');
        assertThat(NeutralValue.of(boolean.class)).isEqualTo(false);
    }

    @Test
    void objectsAreNull() {
        for (Class<?> type : List.of(String.class, Object.class, List.class, byte[].class, Integer.class)) {
            assertThat(NeutralValue.of(type)).isNull();
        }
        assertThat(NeutralValue.of(void.class)).isNull();
    }

    @Test
    void stagesAreComplete() {
        for (Class<?> type : List.of(CompletionStage.class, CompletableFuture.class)) {
            Object stage = NeutralValue.of(type);
            assertThat(stage instanceof CompletableFuture<?> future && future.isDone())
                    .isTrue();
        }
        assertThat(NeutralValue.of(Future.class)).isNull();
    }
}
