package org.cachette.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldRulesTest {

    @Tag("R9111-12")
    @Tag("R9111-14")
    @ParameterizedTest
    @ValueSource(
            strings = {"Connection", "keep-alive", "Proxy-Connection", "TE", "transfer-encoding", "Upgrade", "Trailer"})
    void fieldsOfOneConnectionAreNeverStored(String name) {
        assertThat(FieldRules.isStored(name, List.of())).isFalse();
    }

    @Tag("R9111-13")
    @ParameterizedTest
    @ValueSource(strings = {"Proxy-Authenticate", "Proxy-Authentication-Info", "proxy-authorization"})
    void fieldsForAProxyAreNeverStored(String name) {
        assertThat(FieldRules.isStored(name, List.of())).isFalse();
    }

    @Test
    @Tag("R9111-12")
    @Tag("R9110-61")
    void whatConnectionNamesIsNotStored() {
        List<String> connection = List.of("close, X-Hop", "x-other");

        assertThat(FieldRules.isStored("x-hop", connection)).isFalse();
        assertThat(FieldRules.isStored("X-Other", connection)).isFalse();
        assertThat(FieldRules.isStored("X-Another", connection)).isTrue();
    }

    @Tag("R9111-11")
    @ParameterizedTest
    @ValueSource(strings = {"Content-Type", "Set-Cookie", "X-Unknown", "WWW-Authenticate", "Age"})
    void allElseIsStored(String name) {
        assertThat(FieldRules.isStored(name, List.of())).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Content-Type", "content-length", "Content-Encoding", "Content-Disposition", "Content-Digest"})
    void contentFieldsDescribeTheContent(String name) {
        assertThat(FieldRules.describesContent(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Location",
                "Content-Security-Policy",
                "content-security-policy-report-only",
                "ETag",
                "X-Content-Type-Options"
            })
    void otherFieldsDoNot(String name) {
        assertThat(FieldRules.describesContent(name)).isFalse();
    }
}
