package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.URL;
import org.cachette.client.Client;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Wrong use of the tags is an error of the template engine, with file and line. */
@ExtendWith(ArquillianExtension.class)
final class TemplateErrorsServerIT {

    @ArquillianResource
    URL application;

    @Deployment(testable = false)
    static WebArchive war() {
        return Templates.war("wrong", "templates/wrong");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "no-name | name",
                "empty-name | a fragment needs a name",
                "name-expression | name",
                "no-timeout | timeout",
                "bad-timeout | the timeout of a fragment is \"fail\": expected seconds",
                "unknown-cache | no cache is named \"nowhere\": expected one of default",
                "misspelt | vary",
                "late-timeout | the timeout of a fragment is \"fail\": expected seconds",
                "late-cache | no cache is named \"nowhere\": expected one of default"
            })
    @Tag("DJ-FRAG-02")
    @Tag("DJ-FRAG-04")
    @Tag("DJ-FRAG-12")
    void wrongUseInPagesNamesFileAndLine(String page, String message) {
        assertThat(answered("/" + page + ".jsp", message))
                .contains(page + ".jsp")
                .containsPattern("(?i)line:? ?\\[?4|\\.jsp\\(4,|\\.jsp:4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "no-name | a fragment needs a name",
                "empty-name | a fragment needs a name",
                "name-expression | expected a text without expressions",
                "no-timeout | a fragment needs a timeout",
                "bad-timeout | the timeout of a fragment is \"fail\": expected seconds",
                "unknown-cache | no cache is named \"nowhere\": expected one of default",
                "misspelt | a fragment has no attribute vary: expected timeout, name",
                "late-timeout | the timeout of a fragment is \"fail\": expected seconds",
                "late-cache | no cache is named \"nowhere\": expected one of default",
                "form | a fragment holds the component f, which shows what is one visitor's own"
            })
    @Tag("DJ-FRAG-02")
    @Tag("DJ-FRAG-04")
    @Tag("DJ-FRAG-12")
    void wrongUseInFaceletsNamesFileAndLine(String page, String message) {
        assertThat(answered("/" + page + ".xhtml", message)).contains("/" + page + ".xhtml @4,");
    }

    /** The answer and what the log says with it. */
    private String answered(String page, String message) {
        ServerLog log = ServerLog.fromNow();
        Client browser = Client.of(URI.create(application.toString().replaceAll("/$", "")));
        String answer = browser.get(page).toString();
        assertThat(answer).startsWith("500");
        await().untilAsserted(() -> assertThat(answer + log.text()).contains(message));
        return answer + log.text();
    }
}
