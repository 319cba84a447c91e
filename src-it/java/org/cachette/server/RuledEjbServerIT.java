package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.cachette.client.Answer;
import org.cachette.server.app.Members;
import org.cachette.server.app.RuledEjbResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** A session bean cached by its URLs, where nobody but the EJB container checks roles: no filter of JAX-RS does. */
final class RuledEjbServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("ruled", RuledEjbResource.class, Members.class)
                .addAsResource(
                        Deployments.settings(Map.of("cachette.pages.\"/ruled-ejb/{name}\".timeout", "60")),
                        "META-INF/microprofile-config.properties")
                .setWebXML(Deployments.webXml("<security-role><role-name>member</role-name></security-role>"
                        + "<security-role><role-name>guest</role-name></security-role>"));
    }

    @Test
    void aPageForMembersReachesNobodyElse() {
        Answer members = visitor().get("/ruled-ejb/members", login("ada"));

        assertThat(members.status()).isEqualTo(200);
        assertThat(visitor().get("/ruled-ejb/members").text()).doesNotContain("ruled for members");
        assertThat(visitor().get("/ruled-ejb/members", login("eve")).text()).doesNotContain("ruled for members");
    }

    @Test
    void aPageForAllIsCached() {
        int first = call(visitor().get("/ruled-ejb/all", login("ada")));

        assertThat(call(visitor().get("/ruled-ejb/all", login("eve")))).isEqualTo(first);
    }

    private static String login(String name) {
        byte[] credentials = (name + ":secret").getBytes(StandardCharsets.UTF_8);
        return "Authorization: Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
