package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.cachette.client.Answer;
import org.cachette.server.app.GuardedEjbResource;
import org.cachette.server.app.GuardedResource;
import org.cachette.server.app.Members;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Methods for members only, and visitors of all kinds; the login is Jakarta Security's, by HTTP Basic. */
final class SecurityServerIT extends ServerTest {

    private static final String ROLES = """
            <context-param>
              <param-name>resteasy.role.based.security</param-name>
              <param-value>true</param-value>
            </context-param>
            <security-role><role-name>member</role-name></security-role>
            <security-role><role-name>guest</role-name></security-role>
            """;

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("security", GuardedResource.class, GuardedEjbResource.class, Members.class)
                .setWebXML(Deployments.webXml(ROLES));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guarded", "/guarded-ejb"})
    void aMemberIsServed(String path) {
        Answer answer = visitor().get(path, login("ada"));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(call(answer)).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guarded", "/guarded-ejb"})
    void nobodyElseIsServedAlsoAfterAMemberWas(String path) {
        assertThat(visitor().get(path, login("ada")).status()).isEqualTo(200);

        assertThat(visitor().get(path).status()).isIn(401, 403);
        assertThat(visitor().get(path, login("eve")).status()).isEqualTo(403);
        assertThat(visitor().head(path, login("eve")).status()).isEqualTo(403);
    }

    @Test
    void everybodyIsGreetedByName() {
        assertThat(visitor().get("/guarded/greeting", login("ada")).text()).endsWith("hello ada");
        assertThat(visitor().get("/guarded/greeting", login("bob")).text()).endsWith("hello bob");
        assertThat(visitor().get("/guarded/greeting").text()).endsWith("hello stranger");
    }

    private static String login(String name) {
        byte[] credentials = (name + ":secret").getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/guarded/shared", "/guarded-ejb/shared"})
    void aPublicPageIsSharedAmongMembersAndReachesNobodyElse(String path) {
        int first = call(visitor().get(path, login("ada")));

        assertThat(call(visitor().get(path, login("bob")))).isEqualTo(first);
        assertThat(visitor().get(path).status()).isIn(401, 403);
        assertThat(visitor().get(path, login("eve")).status()).isEqualTo(403);
        assertThat(visitor().head(path, login("eve")).status()).isEqualTo(403);
    }

    @Test
    void whatIsNotPublicIsNotSharedAmongMembers() {
        int first = call(visitor().get("/guarded", login("ada")));

        assertThat(call(visitor().get("/guarded", login("bob")))).isNotEqualTo(first);
    }

    @Test
    void theGreetingOfOneVisitorReachesNoOther() {
        visitor().get("/guarded/greeting");
        assertThat(visitor().get("/guarded/greeting", login("ada")).text()).endsWith("hello ada");
        assertThat(visitor().get("/guarded/greeting").text()).endsWith("hello stranger");
        assertThat(visitor().get("/guarded/greeting", login("bob")).text()).endsWith("hello bob");
    }

    @Test
    void aRefusalInCodeReachesOnlyWhomItIsFor() {
        assertThat(visitor().get("/guarded/checked", login("eve")).status()).isEqualTo(403);
        assertThat(visitor().get("/guarded/checked", login("ada")).status()).isEqualTo(200);
        assertThat(visitor().get("/guarded/checked", login("eve")).status()).isEqualTo(403);
    }
}
