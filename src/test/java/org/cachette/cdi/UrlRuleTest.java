package org.cachette.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.Stream;
import org.cachette.config.KeySettings;
import org.cachette.config.PageRule;
import org.junit.jupiter.api.Test;

final class UrlRuleTest {

    @Test
    void aParameterStandsForOneSegment() {
        UrlRule rule = rule("/articles/{id}");

        assertThat(rule.matches("/articles/1")).isTrue();
        assertThat(rule.matches("/articles/1;a=b")).isTrue();
        assertThat(rule.matches("/articles/1/comments")).isFalse();
        assertThat(rule.matches("/articles/")).isFalse();
        assertThat(rule.matches("/articles")).isFalse();
    }

    @Test
    void aParameterMayHaveItsOwnPattern() {
        UrlRule rule = rule("/articles/{ year : [0-9]{4} }/{rest: .*}");

        assertThat(rule.matches("/articles/2026/11/22")).isTrue();
        assertThat(rule.matches("/articles/26/11")).isFalse();
    }

    @Test
    void whatIsNoParameterStandsForItself() {
        assertThat(rule("/a.b").matches("/axb")).isFalse();
        assertThat(rule("/a.b").matches("/a.b")).isTrue();
    }

    @Test
    void theRuleThatSaysMostComesFirst() {
        assertThat(Stream.of(rule("/{any: .*}"), rule("/articles/{id}"), rule("/articles/new"))
                        .sorted(UrlRule.MOST_LITERAL_FIRST)
                        .map(UrlRule::template))
                .containsExactly("/articles/new", "/articles/{id}", "/{any: .*}");
    }

    private static UrlRule rule(String template) {
        return UrlRule.of(
                template, new PageRule(Optional.empty(), Optional.empty(), Optional.empty(), KeySettings.WHOLE));
    }
}
