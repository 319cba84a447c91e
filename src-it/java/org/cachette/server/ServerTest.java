package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URL;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cachette.client.Answer;
import org.cachette.client.Client;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test on a real server: its class deploys one application and visits it over HTTP. */
@ExtendWith({QuietServer.class, ArquillianExtension.class})
abstract class ServerTest {

    private static final Pattern CALL = Pattern.compile("\\bcall (\\d+)");

    @ArquillianResource
    URL application;

    /** A visitor of the application's REST resources, without cookies. */
    Client visitor() {
        return Client.of(URI.create(application + "api"));
    }

    /** The number of the call that made the answer, from 1. */
    static int call(Answer answer) {
        Matcher matcher = CALL.matcher(answer.text());
        assertThat(matcher.find()).as("a call's number in %s", answer).isTrue();
        return Integer.parseInt(matcher.group(1));
    }
}
