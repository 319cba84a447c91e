package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Map;
import org.cachette.Cache;
import org.cachette.annotation.CacheName;
import org.cachette.annotation.CachePage;
import org.jboss.weld.environment.se.WeldContainer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Settings, injected names and annotations that cannot work: nothing starts, and all of it is said at once. */
@Tag("ee11")
final class DeploymentRefusalIT {

    @Test
    void aBadSettingIsRefusedWithWhatWouldBeRight() {
        assertThat(Refusal.of(Map.of("cachette.caches.default.timeout", "10 minutes"), Good.class))
                .containsExactly("cachette.caches.default.timeout is \"10 minutes\": expected seconds, an ISO-8601"
                        + " duration such as PT10M, or \"forever\"");
    }

    @Test
    void aPageRuleWithAnUnknownCacheIsRefused() {
        String setting = "cachette.pages.\"" + Good.class.getName() + "/page\".cache";

        assertThat(Refusal.of(Map.of(setting, "nowhere"), Good.class))
                .singleElement()
                .asString()
                .contains(setting, "nowhere", "default");
    }

    @Test
    void aNegativeMaxBodyIsRefused() {
        assertThat(Refusal.of(Map.of("cachette.site.max-body", "-1"), Good.class))
                .singleElement()
                .asString()
                .contains("cachette.site.max-body is \"-1\"");
    }

    @Test
    void aBackendThatIsNoClassIsRefused() {
        assertThat(Refusal.of(Map.of("cachette.caches.default.backend", "com.acme.Nothing"), Good.class))
                .singleElement()
                .asString()
                .startsWith("cachette.caches.default.backend is \"com.acme.Nothing\"");
    }

    @Test
    void aCacheThatIsConfiguredWronglyIsStillConfigured() {
        Map<String, String> settings = Map.of(
                "cachette.caches.default.timeout", "60",
                "cachette.caches.nowhere.serializer", "com.acme.Nothing",
                "cachette.caches.other.backend", "com.acme.Nothing");

        assertThat(Refusal.of(settings, Injected.class, UnknownCache.class))
                .filteredOn(problem -> !problem.startsWith("Cachette found 2 problems"))
                .satisfiesExactlyInAnyOrder(
                        problem -> assertThat(problem).startsWith("cachette.caches.nowhere.serializer is"),
                        problem -> assertThat(problem).startsWith("cachette.caches.other.backend is"));
    }

    @Test
    void anInjectedCacheThatIsNotConfiguredIsRefused() {
        assertThat(Refusal.of(Injected.class))
                .containsExactly("@CacheName(\"nowhere\") is injected, but no such cache is configured:"
                        + " expected one of [default]");
    }

    @Test
    void anInstanceOfACacheThatIsNotConfiguredIsRefused() {
        assertThat(Refusal.of(InjectedLater.class)).singleElement().asString().contains("@CacheName(\"nowhere\")");
    }

    @Test
    void settingsNamesAndAnnotationsAreInOneMessage() {
        List<String> problems = Refusal.of(
                Map.of("cachette.caches.default.timeout", "soon", "cachette.site.enabled", "perhaps"),
                Injected.class,
                Negative.class,
                UnknownCache.class);

        assertThat(problems).hasSize(6).first().isEqualTo("Cachette found 5 problems:");
        assertThat(problems)
                .anyMatch(problem -> problem.startsWith("cachette.caches.default.timeout is \"soon\""))
                .anyMatch(problem -> problem.startsWith("cachette.site.enabled is \"perhaps\""))
                .anyMatch(problem -> problem.startsWith("@CacheName(\"nowhere\")"))
                .anyMatch(problem -> problem.startsWith("@CachePage on " + Negative.class.getName() + ".page"))
                .anyMatch(problem -> problem.startsWith("@CachePage on " + UnknownCache.class.getName() + ".page"));
    }

    @Test
    void aRefusedDeploymentLeavesNoContainerBehind() {
        Refusal.of(Negative.class);

        assertThat(WeldContainer.getRunningContainerIds()).isEmpty();
    }

    @Test
    void annotationsAreCheckedWhereCachingIsSwitchedOffToo() {
        assertThat(Refusal.of(Map.of("cachette.enabled", "false"), Negative.class))
                .singleElement()
                .asString()
                .contains("value = -5");
    }

    @Path("/good")
    public static class Good {

        @GET
        @CachePage(60)
        public String page() {
            return "good";
        }
    }

    @Path("/negative")
    public static class Negative {

        @GET
        @CachePage(-5)
        public String page() {
            return "";
        }
    }

    @Path("/unknown")
    public static class UnknownCache {

        @GET
        @CachePage(value = 5, cache = "other")
        public String page() {
            return "";
        }
    }

    @ApplicationScoped
    public static class Injected {

        @Inject
        @CacheName("nowhere")
        Cache cache;
    }

    @ApplicationScoped
    public static class InjectedLater {

        @Inject
        @CacheName("nowhere")
        Instance<Cache> cache;
    }
}
