package org.cachette.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cachette.fragment.GivenFragments.TWO_MINUTES;

import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.CacheException;
import org.cachette.pages.BrokenBackendFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A store that fails never fails a page. */
final class FailingFragmentsTest {

    private final AtomicInteger runs = new AtomicInteger();

    @ParameterizedTest
    @ValueSource(strings = {"miss", "throw"})
    void aStoreThatFailsMeansThatTheBodyRuns(String onError) {
        GivenFragments given = given(onError);

        assertThat(given.fragments.render("n", TWO_MINUTES, this::body)).isEqualTo("run 1");
        assertThat(given.fragments.render("n", TWO_MINUTES, this::body)).isEqualTo("run 2");
    }

    @Test
    void whoInvalidatesIsToldOfAFailureWhereThatIsSet() {
        assertThatThrownBy(() -> given("throw").fragments.invalidate("n")).isInstanceOf(CacheException.class);
    }

    private String body() {
        return "run " + runs.incrementAndGet();
    }

    private static GivenFragments given(String onError) {
        return new GivenFragments(
                "cachette.caches.default.backend",
                BrokenBackendFactory.class.getName(),
                "cachette.caches.default.on-error",
                onError);
    }
}
