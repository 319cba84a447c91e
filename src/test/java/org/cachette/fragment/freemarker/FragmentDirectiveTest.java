package org.cachette.fragment.freemarker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.cachette.backend.Configs;
import org.cachette.backend.ManualClock;
import org.cachette.config.Settings;
import org.cachette.fragment.FragmentCache;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FragmentDirectiveTest {

    private final NamedCaches caches = new NamedCaches(
            Settings.read(Configs.of("cachette.caches.default.location", "a", "cachette.caches.other.location", "b")),
            new ManualClock());
    private final FragmentCache fragments =
            new FragmentCache(caches, caches.computations(), new ManualClock(), () -> null);
    private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_32);
    private final Map<String, Object> model = new HashMap<>(Map.of("value", "first", "member", "alice"));

    @BeforeEach
    void configure() {
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setSharedVariable("cache", new FragmentDirective(fragments));
    }

    @Test
    @Tag("DJ-FRAG-01")
    @Tag("DJ-FRAG-07")
    void theSecondTemplateGetsTheFragmentOfTheFirst() throws Exception {
        assertThat(process("<@cache timeout=120 name='n' varyOn=[member]>${value}</@cache>"))
                .isEqualTo("first");
        model.put("value", "second");

        assertThat(process("- <@cache timeout=60 name='n' varyOn=member>${value}</@cache>"))
                .isEqualTo("- first");
        assertThat(fragments.invalidate("n", "alice")).isTrue();
    }

    @Test
    @Tag("DJ-FRAG-08")
    void otherValuesAreAnotherFragment() throws Exception {
        process("<@cache timeout=120 name='n' varyOn=[member, 1, true]>${value}</@cache>");
        model.putAll(Map.of("value", "second", "member", "bob"));

        assertThat(process("<@cache timeout=120 name='n' varyOn=[member, 1, true]>${value}</@cache>"))
                .isEqualTo("second");
    }

    @Test
    @Tag("DJ-FRAG-09")
    void whatIsNotDefinedIsNotAnotherFragmentThanNull() throws Exception {
        process("<@cache timeout=120 name='n' varyOn=missing>${value}</@cache>");

        assertThat(fragments.invalidate("n")).isFalse();
        assertThat(fragments.invalidate("n", new Object[] {null})).isTrue();
    }

    @ParameterizedTest
    @Tag("DJ-FRAG-03")
    @ValueSource(strings = {"120", "seconds", "'120'", "'PT2M'", "'forever'", "seconds + 1"})
    void theTimeoutIsANumberOrTextOrAnExpression(String timeout) throws Exception {
        model.put("seconds", 120);
        process("<@cache timeout=" + timeout + " name='n'>${value}</@cache>");
        model.put("value", "second");

        assertThat(process("<@cache timeout=" + timeout + " name='n'>${value}</@cache>"))
                .isEqualTo("first");
    }

    @Test
    void theBodyIsEscapedOnce() throws Exception {
        model.put("value", "<b>");

        assertThat(process("<@cache timeout=120 name='n'><i>${value}</i></@cache>"))
                .isEqualTo("<i>&lt;b&gt;</i>")
                .isEqualTo(process("<@cache timeout=120 name='n'></@cache>"));
    }

    @Test
    @Tag("DJ-FRAG-14")
    void anEmptyFragmentIsAHit() throws Exception {
        process("<@cache timeout=120 name='n'/>");

        assertThat(process("<@cache timeout=120 name='n'>${value}</@cache>")).isEmpty();
    }

    @Test
    @Tag("DJ-FRAG-11")
    void itIsInTheCacheThatIsNamed() throws Exception {
        process("<@cache timeout=120 name='n' cache='other'>${value}</@cache>");

        assertThat(caches.get("other").hasKey(fragments.key("n"))).isTrue();
    }

    @Test
    void aBodyThatFailsIsTheEnginesOwnErrorAndNotStored() throws Exception {
        assertThatThrownBy(() -> process("<@cache timeout=120 name='n'>\n${missing}</@cache>"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("missing");

        assertThat(process("<@cache timeout=120 name='n'>${value}</@cache>")).isEqualTo("first");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name='n' | a fragment needs a timeout",
                "timeout=list name='n' | a fragment needs a timeout",
                "timeout='fail' name='n' | the timeout of a fragment is \"fail\": expected seconds",
                "timeout=1.5 name='n' | the timeout of a fragment is \"1.5\": expected seconds",
                "timeout=120 | a fragment needs a name",
                "timeout=120 name='' | a fragment needs a name",
                "timeout=120 name=1 | the attribute name of a fragment is no text",
                "timeout=120 name='n' varyOn=[list] | varyOn of a fragment has a value of java.util.ArrayList: expected texts",
                "timeout=120 name='n' varyOn=hash | the attribute varyOn of a fragment is no text, number or boolean",
                "timeout=120 name='n' vary='a' | a fragment has no attribute vary: expected timeout, name",
                "timeout=120 name='n' cache='nowhere' | no cache is named \"nowhere\": expected one of default, other",
                "timeout=120 name='n'; x | a fragment has no loop variables"
            })
    @Tag("DJ-FRAG-02")
    @Tag("DJ-FRAG-04")
    @Tag("DJ-FRAG-12")
    void wrongUseIsTheEnginesOwnErrorWithTemplateAndLine(String parameters, String message) {
        model.put("list", List.of(1));
        model.put("hash", Map.of());

        assertThatThrownBy(() -> process("\n\n<@cache " + parameters + ">${value}</@cache>"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining(message)
                .hasMessageContaining("in template \"page.ftl\" at line 3");
    }

    private String process(String template) throws TemplateException, IOException {
        StringWriter out = new StringWriter();
        new Template("page.ftl", template, configuration).process(model, out);
        return out.toString();
    }

    @Test
    void anObjectWithoutATextOfItsOwnIsNoValue() {
        model.put("thing", new Object());

        assertThatThrownBy(() -> process("<@cache timeout=120 name='n' varyOn=[thing]>${value}</@cache>"))
                .hasStackTraceContaining("expected texts, numbers, or objects with a toString of their own");
    }

    @Test
    void equalSetsAreOneFragment() throws Exception {
        model.put("set", new LinkedHashSet<>(List.of("a", "b")));
        process("<@cache timeout=120 name='n' varyOn=set>${value}</@cache>");

        assertThat(fragments.invalidate("n", "a", "b")).isTrue();
    }
}
