package org.cachette.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.Set;
import org.assertj.core.api.AbstractThrowableAssert;
import org.cachette.CacheConfigurationException;
import org.cachette.backend.Backend;
import org.cachette.backend.BackendFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.Configs;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is said of settings that cannot work. */
final class SettingsProblemsTest {

    private static AbstractThrowableAssert<?, ?> reading(String... settings) {
        return assertThatThrownBy(() -> Settings.read(Configs.of(settings)))
                .isInstanceOf(CacheConfigurationException.class);
    }

    @Test
    @Tag("DJ-CFG-11")
    void aTimeoutThatIsNone() {
        reading("cachette.caches.default.timeout", "10 minutes")
                .hasMessage("cachette.caches.default.timeout is \"10 minutes\": expected seconds,"
                        + " an ISO-8601 duration such as PT10M, or \"forever\"");
    }

    @Test
    @Tag("R9211-14")
    void aCacheStatusForWhoNamesASecretNeedsOne() {
        String expected = "expected a secret of at least 16 bytes, for the request header Cachette-Debug";

        reading("cachette.site.cache-status", "yes")
                .hasMessage("cachette.site.cache-status is \"yes\": expected true, false, or debug: for requests that"
                        + " name a secret");
        reading("cachette.site.cache-status", "debug")
                .hasMessage(
                        "cachette.site.cache-status is \"debug\", and cachette.site.cache-status-secret is missing: "
                                + expected);
        reading("cachette.site.cache-status-secret", "short")
                .hasMessage("cachette.site.cache-status-secret is too short: " + expected);
    }

    @Test
    void aNegativeTimeout() {
        reading("cachette.caches.default.timeout", "-1")
                .hasMessage("cachette.caches.default.timeout is \"-1\": expected seconds,"
                        + " an ISO-8601 duration such as PT10M, or \"forever\"");
    }

    @Test
    void aTimeoutBeyondAllNumbers() {
        reading("cachette.caches.default.timeout", "1e99").hasMessageContaining("1e99");
    }

    @Test
    void aSiteTimeoutThatIsNone() {
        reading("cachette.site.timeout", "often")
                .hasMessage("cachette.site.timeout is \"often\": expected seconds,"
                        + " an ISO-8601 duration such as PT10M, \"forever\", or \"response\"");
    }

    @Test
    @Tag("DJ-CFG-13")
    @Tag("DJ-LOCMEM-15")
    void maxEntriesThatAreNoneOrTooFew() {
        reading("cachette.caches.default.max-entries", "many")
                .hasMessage("cachette.caches.default.max-entries is \"many\": expected a whole number from 1");
        reading("cachette.caches.default.max-entries", "0")
                .hasMessage("cachette.caches.default.max-entries is \"0\": expected a whole number from 1");
    }

    @Test
    @Tag("DJ-CFG-14")
    void aNegativeCullFrequency() {
        reading("cachette.caches.default.cull-frequency", "-3")
                .hasMessage("cachette.caches.default.cull-frequency is \"-3\": expected a whole number from 0");
    }

    @Test
    void aVersionThatIsNoNumber() {
        reading("cachette.caches.default.version", "v2")
                .hasMessage("cachette.caches.default.version is \"v2\": expected a whole number");
    }

    @Test
    void anUnknownWayToFail() {
        reading("cachette.caches.default.on-error", "panic")
                .hasMessage("cachette.caches.default.on-error is \"panic\": expected miss or throw");
    }

    @Test
    void aSwitchThatIsNeitherOnNorOff() {
        reading("cachette.enabled", "no").hasMessage("cachette.enabled is \"no\": expected true or false");
    }

    @Test
    void aMaxBodyThatIsNoNumber() {
        reading("cachette.site.max-body", "1M")
                .hasMessage("cachette.site.max-body is \"1M\": expected a whole number from 0");
    }

    @Test
    void aWaitThatIsNoDurationOrTooLong() {
        for (String wrong : List.of("five", "-1", "forever", "PT2H")) {
            reading("cachette.site.wait", wrong)
                    .hasMessage("cachette.site.wait is \"" + wrong + "\": expected seconds, or an ISO-8601 duration"
                            + " such as PT5S, an hour at most; 0: nobody waits");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a,,b", "utm_*x", "a&b", "a=1", "a%5B%5D", "a b", ",", "**"})
    void whatIsNoNameOfAQueryParameter(String wrong) {
        for (String setting : List.of("cachette.site.ignore-query", "cachette.pages.\"/foo\".only-query")) {
            reading(setting, wrong)
                    .hasMessage(setting + " is \"" + wrong + "\": expected names of query parameters as the application"
                            + " reads them, separated by commas, such as page, utm_*");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a;b", "a=1", "a,,b", "a b", "ä"})
    void whatIsNoNameOfACookie(String wrong) {
        reading("cachette.site.vary-cookies", wrong)
                .hasMessage("cachette.site.vary-cookies is \"" + wrong
                        + "\": expected names of cookies, separated by commas");
    }

    @Test
    void aTimeForStalePagesThatIsNone() {
        for (String setting : List.of("stale-while-revalidate", "stale-if-error", "keep-stale")) {
            for (String wrong : List.of("long", "-1", "forever")) {
                reading("cachette.site." + setting, wrong)
                        .hasMessage("cachette.site." + setting + " is \"" + wrong + "\": expected seconds, or an"
                                + " ISO-8601 duration such as PT5M, ten years at most; 0: not at all");
            }
        }
    }

    @Test
    void targetsThatAreNoFieldNames() {
        for (String wrong : List.of("CDN Cache-Control", "CDN-Cache-Control,,x", "cache-control")) {
            reading("cachette.site.targets", wrong)
                    .hasMessage("cachette.site.targets is \"" + wrong + "\": expected names of response header fields"
                            + " with commas between, such as CDN-Cache-Control");
        }
    }

    @Test
    void aSecretThatIsTooShortIsNotRepeated() {
        reading("cachette.serializer.secret", "Passw0rd")
                .hasMessage("cachette.serializer.secret is too short: expected a secret of at least 16 bytes,"
                        + " the same in all applications that share entries");
    }

    @Test
    void aSecretWithoutAValueIsNotTakenForNone() {
        for (String value : List.of("", " ", "${Passw0rd}-and-more")) {
            reading("cachette.serializer.secret", value)
                    .hasMessageStartingWith("cachette.serializer.secret has no value: expected a secret")
                    .hasMessageNotContaining("Passw0rd");
        }
    }

    @Test
    void aSecretIsNowhereInThePrintedSettings() {
        Settings settings = Settings.read(Configs.of("cachette.serializer.secret", "correct horse battery"));

        assertThat(settings.signingKey()).isPresent();
        assertThat(settings.toString()).doesNotContain("correct", "horse");
    }

    @Test
    void aSizeToCompressAboveThatIsNone() {
        reading("cachette.caches.default.compress-above", "1k")
                .hasMessage("cachette.caches.default.compress-above is \"1k\": expected a whole number from 0");
    }

    @Test
    @Tag("DJ-CFG-05")
    void anUnknownBackend() {
        reading("cachette.caches.default.backend", "memroy")
                .hasMessageStartingWith("cachette.caches.default.backend is \"memroy\": expected memory,")
                .hasMessageContaining("dummy or the class name of a org.cachette.backend.BackendFactory")
                .hasMessageContaining("java.lang.ClassNotFoundException: memroy")
                .hasCauseInstanceOf(ClassNotFoundException.class);
    }

    @Test
    @Tag("DJ-CFG-05")
    void aClassThatIsNoBackendFactory() {
        reading("cachette.caches.default.backend", "java.lang.Object")
                .hasMessageContaining("expected memory,")
                .hasMessageContaining("Cannot cast java.lang.Object to org.cachette.backend.BackendFactory");
    }

    /** Fails when it is made. */
    public static final class Broken implements BackendFactory {
        public Broken() {
            throw new IllegalStateException("no licence");
        }

        @Override
        public Set<String> options() {
            return Set.of();
        }

        @Override
        public Backend<?> create(BackendSettings settings) {
            throw new IllegalStateException();
        }
    }

    @Test
    @Tag("DJ-CFG-05")
    void aBackendFactoryThatCannotBeMade() {
        reading("cachette.caches.default.backend", Broken.class.getName()).hasMessageContaining("no licence");
    }

    @Test
    void anOptionOfAnotherBackend() {
        reading("cachette.caches.default.options.pool-size", "5")
                .hasMessage("cachette.caches.default.options.pool-size is no option of this backend:"
                        + " expected one of max-bytes, share-values");
        reading("cachette.caches.default.backend", "dummy", "cachette.caches.default.options.pool-size", "5")
                .hasMessage("cachette.caches.default.options.pool-size is no option of this backend:"
                        + " expected none at all");
    }

    @Test
    void aKeyFunctionThatIsNone() {
        reading("cachette.caches.default.key-function", "com.acme.Keys")
                .hasMessageStartingWith("cachette.caches.default.key-function is \"com.acme.Keys\":"
                        + " expected the class name of a org.cachette.KeyFunction");
    }

    @Test
    void aSerializerThatIsNone() {
        reading("cachette.caches.default.serializer", "xml")
                .hasMessageStartingWith("cachette.caches.default.serializer is \"xml\": expected java, json or"
                        + " the class name of a org.cachette.backend.Serializer");
    }

    @Test
    void anAllowedClassThatIsNoName() {
        reading("cachette.serializer.allow", "com.acme.**, com.acme*")
                .hasMessage("cachette.serializer.allow is \"com.acme.**, com.acme*\": expected class names and patterns"
                        + " such as com.acme.**, separated by commas");
        reading("cachette.serializer.allow", "**").hasMessageStartingWith("cachette.serializer.allow is \"**\"");
    }

    @Test
    @Tag("DJ-CFG-03")
    @Tag("DJ-CHK-01")
    void cachesWithoutADefault() {
        reading("cachette.caches.a.timeout", "5", "cachette.caches.b.timeout", "5")
                .hasMessage("cachette.caches has a, b but no cache named default: expected settings for it, such as"
                        + " cachette.caches.default.backend=memory");
    }

    @Test
    void pagesInAnUnknownCache() {
        reading("cachette.pages.\"/foo\".cache", "pages")
                .hasMessage("cachette.pages.\"/foo\".cache is \"pages\": expected the name of a configured cache:"
                        + " default");
        reading("cachette.site.cache", "pages")
                .hasMessage("cachette.site.cache is \"pages\": expected the name of a configured cache: default");
    }

    @Test
    void allProblemsAreToldInOneMessage() {
        reading(
                        "cachette.caches.default.timeout", "x",
                        "cachette.caches.default.backend", "y",
                        "cachette.site.enabled", "z")
                .hasMessageStartingWith("Cachette found 3 problems:\n- ")
                .hasMessageContaining("cachette.caches.default.timeout is \"x\"")
                .hasMessageContaining("cachette.caches.default.backend is \"y\"")
                .hasMessageContaining("cachette.site.enabled is \"z\"");
    }

    @Test
    void aSettingThatItsSourceCannotGive() {
        ConfigSource sealed = new ConfigSource() {
            @Override
            public Set<String> getPropertyNames() {
                return Set.of("cachette.enabled");
            }

            @Override
            public @Nullable String getValue(String name) {
                if (!name.equals("cachette.enabled")) {
                    return null;
                }
                throw new IllegalStateException("the vault is sealed");
            }

            @Override
            public String getName() {
                return "vault";
            }
        };

        assertThatThrownBy(() -> Settings.read(
                        new SmallRyeConfigBuilder().withSources(sealed).build()))
                .isInstanceOf(CacheConfigurationException.class)
                .hasMessageContaining("cachette.enabled cannot be read: the vault is sealed");
    }
}
