package org.cachette.jaxrs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Media types go out without what a server notes in them for itself. */
final class MediaTypesTest {

    @ParameterizedTest
    @CsvSource({
        "text/plain, text/plain",
        "text/plain;charset=UTF-8, text/plain;charset=UTF-8",
        "text/plain;resteasy-server-has-produces=true, text/plain",
        "text/plain;charset=UTF-8;resteasy-server-has-produces=true, text/plain;charset=UTF-8",
        "text/plain; resteasy-server-has-produces=true; charset=UTF-8, text/plain; charset=UTF-8",
        "text/plain;resteasy-server-has-produces-implicit=true, text/plain"
    })
    void internalParametersAreLeftOut(String seen, String sent) {
        assertThat(MediaTypes.withoutInternals(seen)).isEqualTo(sent);
    }
}
