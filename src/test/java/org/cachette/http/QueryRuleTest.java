package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QueryRuleTest {

    private static final QueryRule TRACKING = QueryRule.WHOLE.ignoring(List.of("utm_*", "fbclid"));
    private static final QueryRule ID = QueryRule.WHOLE.only(List.of("id"));

    @ParameterizedTest
    @Tag("R9111-20")
    @ValueSource(strings = {"b=1&a=2", "a&&b", "", "%61=1", "utm_source=x"})
    void theWholeQueryCountsAsItIs(String query) {
        assertThat(QueryRule.WHOLE.apply(query)).hasValue(query);
        assertThat(QueryRule.WHOLE.apply(null)).isEmpty();
    }

    @Test
    void sortedItIsInTheOrderOfNames() {
        assertThat(QueryRule.WHOLE.sortedByName().apply("b=1&a=2&&a=1&B=3")).hasValue("B=3&a=2&a=1&b=1");
    }

    @ParameterizedTest
    @CsvSource({
        "id=1&utm_source=x&utm_medium=y, id=1",
        "utm_source=x&id=1&fbclid=z, id=1",
        "utm%5Fsource=x&id=1, id=1",
        "fbclid, ''",
        "id=1&UTM_x=1, id=1&UTM_x=1",
        "fbclid2=1, fbclid2=1",
        "id=%31&fbclid=1, id=%31",
        "a=utm_x, a=utm_x"
    })
    void ignoredParametersDoNotCount(String query, String key) {
        assertThat(TRACKING.apply(query).orElse("")).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({"id=1&x=2, id=1", "x=2, ''", "%69d=1, %69d=1", "id=1&id=2, id=1&id=2", "id&x, id", "ID=1, ''"})
    void onlyNamedParametersCount(String query, String key) {
        assertThat(ID.apply(query).orElse("")).isEqualTo(key);
    }

    @Test
    void withoutAnythingThatCountsThereIsNoQuery() {
        assertThat(ID.apply("x=1"))
                .isEqualTo(ID.apply(null))
                .isEqualTo(ID.apply(""))
                .isEmpty();
    }

    @Test
    void aParameterThatSomeServersWouldSplitAlwaysCounts() {
        assertThat(TRACKING.apply("utm_source=x;id=2")).hasValue("utm_source=x;id=2");
        assertThat(ID.apply("x=1;id=2&y=3")).hasValue("x=1;id=2");
    }

    @Test
    void theRulesAddUp() {
        QueryRule rule = ID.ignoring(List.of("i*")).sortedByName();

        assertThat(rule.apply("id=1&x=2")).isEmpty();
        assertThat(rule).isEqualTo(new QueryRule(true, List.of("id"), List.of("i*")));
    }

    @ParameterizedTest
    @Tag("RNVS-12")
    @CsvSource(
            delimiter = '|',
            value = {
                "false |        |             | ''",
                "true  |        |             | 'key-order, params=()'",
                "false |        | utm_*       | ''",
                "false |        | utm_* gclid | 'params=(\"gclid\")'",
                "true  | id a+b |             | 'key-order, except=(\"a%2Bb\" \"id\")'",
                "false | id a   | a utm_*     | 'except=(\"id\")'",
                "false | id x*  |             | ''"
            })
    void othersAreToldWhatCanBeSaidOfIt(boolean sorted, @Nullable String only, @Nullable String ignored, String field) {
        assertThat(new QueryRule(sorted, names(only), names(ignored)).asNoVarySearch())
                .hasToString(field);
    }

    private static List<String> names(@Nullable String text) {
        return text == null ? List.of() : List.of(text.split(" "));
    }
}
