package org.cachette.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.cachette.KeyFunction;
import org.cachette.backend.LogRecords;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class CacheKeysTest {

    private static CacheKeys keys(String keyPrefix, int version, @Nullable KeyFunction function) {
        return new CacheKeys(keyPrefix, version, function, new KeyWarnings("pages"));
    }

    @Test
    @Tag("DJ-KEY-01")
    void aFullKeyIsPrefixVersionAndKey() {
        assertThat(keys("", 1, null).full("k")).isEqualTo(":1:k");
        assertThat(keys("p", 2, null).full("k")).isEqualTo("p:2:k");
        assertThat(keys("p", 1, null).version(3).full("k")).isEqualTo("p:3:k");
    }

    @Test
    @Tag("DJ-KEY-04")
    void aKeyFunctionMakesTheFullKey() {
        KeyFunction function = (key, keyPrefix, version) -> key + "/" + keyPrefix + "/" + version;

        assertThat(keys("p", 2, function).full("k")).isEqualTo("k/p/2");
    }

    @Test
    void aKeyFunctionThatGivesNullIsNamed() {
        assertThatThrownBy(() -> keys("", 1, new GivesNull()).full("k"))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining(GivesNull.class.getName())
                .hasMessageContaining("\"k\"");
    }

    private static final class GivesNull implements KeyFunction {
        @Override
        @SuppressWarnings("NullAway") // what an application without checks may do
        public String fullKey(String key, String keyPrefix, int version) {
            return null;
        }
    }

    @Test
    @Tag("DJ-KEY-07")
    @Tag("DJ-KEY-13")
    void moreThanTwoHundredAndFiftyCharactersAreWarnedAbout() {
        try (LogRecords log = new LogRecords()) {
            keys("", 1, null).full("ä".repeat(247));
            assertThat(log.warnings()).isEmpty();

            keys("", 1, null).full("ä".repeat(248));
            assertThat(log.warnings())
                    .singleElement()
                    .asString()
                    .startsWith("Cache \"pages\": the full key \":1:ää")
                    .contains("is 251 characters long: expected at most 250");
        }
    }

    @Test
    @Tag("DJ-KEY-08")
    void blanksAndControlCharactersAreWarnedAboutAndOthersNot() {
        for (String bad : new String[] {"a b", "a\tb", "a\u0000b", "a\u007Fb"}) {
            try (LogRecords log = new LogRecords()) {
                keys("", 1, null).full(bad);
                assertThat(log.warnings()).singleElement().asString().contains("blanks or control characters");
            }
        }
        try (LogRecords log = new LogRecords()) {
            keys("", 1, null).full("ключ!~\u00A0鍵");
            assertThat(log.warnings()).isEmpty();
        }
    }

    @Test
    @Tag("DJ-KEY-09")
    void aKeyThatIsBadInTwoWaysIsWarnedAboutTwice() {
        try (LogRecords log = new LogRecords()) {
            keys("", 1, null).full(" ".repeat(300));

            assertThat(log.warnings()).hasSize(2);
        }
    }

    @Test
    @Tag("DJ-KEY-06")
    void theFullKeyIsWhatIsChecked() {
        try (LogRecords log = new LogRecords()) {
            keys("p", 1, (key, keyPrefix, version) -> "digest").full("a b");
            assertThat(log.warnings()).isEmpty();

            keys("a b", 1, null).full("fine");
            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    void eachKindIsWarnedAboutOncePerCacheWhateverTheVersion() {
        try (LogRecords log = new LogRecords()) {
            CacheKeys keys = keys("", 1, null);

            keys.full("a b");
            keys.full("c d");
            keys.version(2).full("e f");

            assertThat(log.warnings()).hasSize(1);
        }
    }

    @Test
    @Tag("DJ-KEY-16")
    void warningsAreOrdinaryLogRecordsOfTheCachesLogger() {
        try (LogRecords log = new LogRecords()) {
            keys("", 1, null).full("new\nline");

            assertThat(log.warnings()).singleElement().asString().contains("\":1:new?line\"");
        }
    }
}
