package org.cachette.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.cachette.client.Answer;
import org.cachette.server.app.Ledger;
import org.cachette.server.app.LedgerResource;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Results of methods, and transactions of the server on its default database that change what they were made of. */
final class TransactionsServerIT extends ServerTest {

    @Deployment(testable = false)
    static WebArchive application() {
        return Deployments.war("ledger", LedgerResource.class, Ledger.class);
    }

    @Test
    void aResultIsKeptUntilATransactionThatChangesItIsCommitted() {
        String first = visitor().get("/ledger").text();
        assertThat(visitor().get("/ledger").text()).isEqualTo(first);

        assertThat(pay("/ledger?amount=5").status()).isEqualTo(204);

        assertThat(sum()).isEqualTo(sum(first) + 5);
    }

    @Test
    void oneThatIsRolledBackDropsNothing() {
        String before = visitor().get("/ledger").text();

        assertThat(pay("/ledger?amount=7&failing=true").status()).isEqualTo(409);

        assertThat(visitor().get("/ledger").text()).isEqualTo(before);
    }

    @Test
    void whoChangesItSeesHisChangeBeforeTheTransactionEnds() {
        int before = sum();

        Answer meanwhile = pay("/ledger/around?amount=3");

        assertThat(sum(meanwhile.text())).isEqualTo(before + 3);
        assertThat(sum()).isEqualTo(before + 3);
    }

    private Answer pay(String path) {
        return visitor().post(path, "", "Content-Type: text/plain");
    }

    private int sum() {
        return sum(visitor().get("/ledger").text());
    }

    private static int sum(String text) {
        return Integer.parseInt(text.substring(0, text.indexOf(',')));
    }
}
