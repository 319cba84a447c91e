package org.cachette.fragment.thymeleaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.fragment.FragmentCache;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.exceptions.TemplateProcessingException;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

final class FragmentDialectTest {

    private final NamedCaches caches = new NamedCaches(
            Settings.read(Configs.of("cachette.caches.default.location", "a", "cachette.caches.other.location", "b")),
            new ManualClock());
    private final FragmentCache fragments =
            new FragmentCache(caches, caches.computations(), new ManualClock(), () -> null);
    private final Map<String, Object> model = new HashMap<>(Map.of("value", "first", "member", "alice"));

    @Test
    @Tag("DJ-FRAG-01")
    @Tag("DJ-FRAG-07")
    void theSecondTemplateGetsTheFragmentOfTheFirst() {
        assertThat(process("<c:cache timeout='120' name='n' varyOn='${member}'><b th:text='${value}'></b></c:cache>"))
                .isEqualTo("<b>first</b>");
        model.put("value", "second");

        assertThat(process("- <c:cache timeout='60' name='n' varyOn='${member}'>[[${value}]]</c:cache>"))
                .isEqualTo("- <b>first</b>");
        assertThat(fragments.invalidate("n", "alice")).isTrue();
    }

    @ParameterizedTest
    @Tag("DJ-FRAG-08")
    @ValueSource(strings = {"${member}, 1, ${true}", "${list}", "${array}"})
    void severalValuesStandBetweenCommasOrInAList(String values) {
        model.put("list", List.of("alice", 1, true));
        model.put("array", new Object[] {"alice", "1", "true"});
        process("<c:cache timeout='120' name='n' varyOn='" + values + "'>[[${value}]]</c:cache>");

        assertThat(fragments.invalidate("n", "alice", 1, true)).isTrue();
    }

    @Test
    @Tag("DJ-FRAG-09")
    void whatIsNotThereIsNull() {
        process("<c:cache timeout='120' name='n' varyOn='${missing}'>[[${value}]]</c:cache>");

        assertThat(fragments.invalidate("n")).isFalse();
        assertThat(fragments.invalidate("n", new Object[] {null})).isTrue();
    }

    @ParameterizedTest
    @Tag("DJ-FRAG-03")
    @ValueSource(
            strings = {
                "120",
                "${seconds}",
                "${seconds + 1}",
                "PT2M",
                "${long}",
                "forever",
                "${#numbers.sequence(1,2)[0] &lt; 2 ? 9 : 8}"
            })
    void theTimeoutIsANumberOrTextOrAnExpression(String timeout) {
        model.put("seconds", 120);
        model.put("long", java.time.Duration.ofMinutes(2));
        process("<c:cache timeout='" + timeout + "' name='n'>[[${value}]]</c:cache>");
        model.put("value", "second");

        assertThat(process("<c:cache timeout='" + timeout + "' name='n'>[[${value}]]</c:cache>"))
                .isEqualTo("first");
    }

    @Test
    void theBodyIsEscapedOnce() {
        model.put("value", "<b>");

        assertThat(process("<c:cache timeout='120' name='n'><i>[[${value}]]</i></c:cache>"))
                .isEqualTo("<i>&lt;b&gt;</i>")
                .isEqualTo(process("<c:cache timeout='120' name='n'></c:cache>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[${member}]]", "[(${member})]", "<c:cache timeout=\"1\" name=\"x\"/>"})
    void whatTheDataSayIsNeverTakenForATemplate(String data) {
        model.put("value", data);
        String template = "<c:cache timeout='120' name='n'><i th:utext='${value}'></i></c:cache>";

        assertThat(process(template)).isEqualTo("<i>" + data + "</i>").isEqualTo(process(template));
    }

    @Test
    void localVariablesAndBlocksWorkInside() {
        model.put("numbers", List.of(1, 2));
        String template = "<c:cache th:each='i : ${numbers}' timeout='120' name='n' varyOn='${i}'>"
                + "<th:block th:each='j : ${numbers}'>[[${i}]][[${j}]]</th:block>;</c:cache>";

        assertThat(process(template)).isEqualTo("1112;2122;");
        assertThat(fragments.invalidate("n", 2)).isTrue();
    }

    @Test
    void oneStandsInAnother() {
        String template =
                "<c:cache timeout='120' name='outer'>a<c:cache timeout='120' name='inner'>[[${value}]]</c:cache>"
                        + "b</c:cache>";
        process(template);
        model.put("value", "second");

        assertThat(process(template)).isEqualTo("afirstb");
        fragments.invalidate("outer");
        assertThat(process(template)).isEqualTo("afirstb");
    }

    @Test
    void itWorksInTextTemplates() {
        String template = "[# th:if='${member}'][#c:cache timeout='120' name='n']([(${value})])[/c:cache][/]";

        assertThat(process(TemplateMode.TEXT, template)).isEqualTo("(first)");
        model.put("value", "second");
        assertThat(process(TemplateMode.TEXT, template)).isEqualTo("(first)");
    }

    @Test
    @Tag("DJ-FRAG-14")
    void anEmptyFragmentIsAHit() {
        process("<c:cache timeout='120' name='n'/>");

        assertThat(process("<c:cache timeout='120' name='n'>[[${value}]]</c:cache>"))
                .isEmpty();
    }

    @Test
    @Tag("DJ-FRAG-11")
    @Tag("DJ-FRAG-13")
    void itIsInTheCacheThatIsNamed() {
        process("<c:cache timeout='120' name='n' using='other'>[[${value}]]</c:cache>");
        model.put("where", "other");
        process("<c:cache timeout='120' name='m' using='${where}'>[[${value}]]</c:cache>");

        assertThat(caches.get("other").hasKey(fragments.key("n"))).isTrue();
        assertThat(caches.get("other").hasKey(fragments.key("m"))).isTrue();
    }

    @Test
    void aTextWithASessionsIdIsNotKept() {
        String template = "<c:cache timeout='120' name='n'><a th:href='${value}'>x</a></c:cache>";
        model.put("value", "/page;jsessionid=1234");

        assertThat(process(template)).isEqualTo("<a href='/page;jsessionid=1234'>x</a>");
        assertThat(fragments.invalidate("n")).isFalse();
    }

    @Test
    void aBodyThatFailsIsTheEnginesOwnErrorWithItsLineAndNotStored() {
        assertThatThrownBy(
                        () -> process("\n<c:cache timeout='120' name='n'>a\n <b th:text='${#nothing.x}'/></c:cache>"))
                .isInstanceOf(TemplateProcessingException.class)
                .hasStackTraceContaining("line 3, col 5");

        assertThat(process("<c:cache timeout='120' name='n'>[[${value}]]</c:cache>"))
                .isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "name='n' | a fragment needs a timeout",
                "timeout name='n' | the timeout of a fragment is \"\": expected seconds",
                "timeout='${list}' name='n' | a fragment needs a timeout",
                "timeout='${missing}' name='n' | a fragment needs a timeout",
                "timeout='fail' name='n' | the timeout of a fragment is \"fail\": expected seconds",
                "timeout='ten minutes' name='n' | ten minutes",
                "timeout='1.5' name='n' | the timeout of a fragment is \"1.5\": expected seconds",
                "timeout='120' | a fragment needs a name",
                "timeout='120' name='' | a fragment needs a name",
                "timeout='120' name='n-${member}' | the name of a fragment is \"n-${member}\": expected a text without",
                "timeout='120' name='n' varyOn='${list}' | varyOn of a fragment has a value of java.util.ArrayList",
                "timeout='120' name='n' varyOn='${thing}' | varyOn of a fragment has a value of java.lang.Object",
                "timeout='120' name='n' vary='a' | a fragment has no attribute vary: expected timeout, name, varyOn, using",
                "timeout='120' name='n' using='nowhere' | no cache is named \"nowhere\": expected one of default, other",
            })
    @Tag("DJ-FRAG-02")
    @Tag("DJ-FRAG-04")
    @Tag("DJ-FRAG-12")
    void wrongUseIsTheEnginesOwnErrorWithTemplateAndLine(String attributes, String message) {
        model.put("list", List.of(new ArrayList<>(List.of(1))));
        model.put("thing", new Object());

        assertThatThrownBy(() -> process("\n\n<c:cache " + attributes + ">[[${value}]]</c:cache>"))
                .isInstanceOf(TemplateProcessingException.class)
                .hasStackTraceContaining(message)
                .hasStackTraceContaining("line 3, col 1");
    }

    private String process(String template) {
        return process(TemplateMode.HTML, template);
    }

    private String process(TemplateMode mode, String template) {
        StringTemplateResolver resolver = new StringTemplateResolver();
        resolver.setTemplateMode(mode);
        TemplateEngine engine = new TemplateEngine();
        engine.setTemplateResolver(resolver);
        engine.addDialect(new FragmentDialect(fragments));
        return engine.process(template, new Context(null, model));
    }
}
