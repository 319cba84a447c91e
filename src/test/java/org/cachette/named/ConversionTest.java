package org.cachette.named;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import org.cachette.CacheException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Decimals as whole numbers. */
final class ConversionTest {

    private static BigInteger whole(String decimal) {
        return Conversion.to(BigInteger.class, new BigDecimal(decimal), "key");
    }

    @Test
    void aDecimalWithoutAFractionIsAWholeNumber() {
        assertThat(whole("12E+2")).isEqualTo(1200);
        assertThat(whole("-1.50E+1")).isEqualTo(-15);
        assertThat(whole("1" + "0".repeat(2000) + ".000")).isEqualTo(BigInteger.TEN.pow(2000));
        assertThat(whole("1E+1000")).isEqualTo(BigInteger.TEN.pow(1000));
        assertThat(whole("0.00")).isZero();
    }

    @Test
    void aDecimalWithAFractionIsNone() {
        for (String decimal : List.of("1.5", "0.1", "15E-1")) {
            assertThatThrownBy(() -> whole(decimal))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("does not fit java.math.BigInteger");
        }
    }

    /** A few bytes in a store are not to become hundreds of megabytes. */
    @Test
    void aDecimalWithAHugeExponentIsRefusedAtOnce() {
        for (String decimal : List.of("1E+300000000", "-1E+2147483647", "1E-300000000")) {
            Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> assertThatThrownBy(() -> whole(decimal))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining("does not fit java.math.BigInteger"));
        }
        assertThat(Assertions.assertTimeoutPreemptively(Duration.ofSeconds(2), () -> whole("0E-300000000")))
                .isZero();
    }
}
