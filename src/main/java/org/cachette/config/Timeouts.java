package org.cachette.config;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Locale;
import org.cachette.Timeout;

/** Timeouts as settings write them: seconds, ISO-8601, or {@code forever}. */
final class Timeouts {

    private Timeouts() {}

    /** Throws when the text is none of them, or negative. */
    static Timeout parse(String text) {
        if (text.toLowerCase(Locale.ROOT).equals("forever")) {
            return Timeout.FOREVER;
        }
        Duration duration = Character.toUpperCase(text.charAt(0)) == 'P' ? Duration.parse(text) : seconds(text);
        if (duration.isNegative()) {
            throw new IllegalArgumentException("negative");
        }
        return Timeout.of(duration);
    }

    private static Duration seconds(String text) {
        BigDecimal seconds = new BigDecimal(text);
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        BigDecimal nanos = seconds.subtract(whole).movePointRight(9).setScale(0, RoundingMode.UP);
        return Duration.ofSeconds(whole.longValueExact(), nanos.longValueExact());
    }
}
