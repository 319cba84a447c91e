package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cachette.backend.LogRecords;
import org.cachette.http.Visitor;
import org.junit.jupiter.api.Test;

/** One request and its coming response. */
final class ExchangeTest {

    @Test
    void theMatchedMethodIsKnownByNameAndParameters() throws Exception {
        Exchange exchange = new Exchange("GET");
        exchange.matched(
                GivenPages.get("/"),
                Contract.class,
                Contract.class.getMethod("page", String.class),
                () -> Visitor.UNKNOWN);

        assertThat(exchange.isMatched(Resource.class.getMethod("page", String.class)))
                .isTrue();
        assertThat(exchange.isMatched(Resource.class.getMethod("page", int.class)))
                .isFalse();
        assertThat(exchange.isMatched(Resource.class.getMethod("other", String.class)))
                .isFalse();
    }

    @Test
    void nothingIsMatchedBeforeTheServerHasMatched() throws Exception {
        assertThat(new Exchange("GET").isMatched(Resource.class.getMethod("page", String.class)))
                .isFalse();
    }

    @Test
    void aHeadStaysAHeadWhateverTheServerCallsIt() {
        Exchange exchange = new Exchange("HEAD");
        exchange.matched(GivenPages.get("/"), null, null, () -> Visitor.UNKNOWN);

        assertThat(exchange.request())
                .isNotNull()
                .extracting(head -> head.method())
                .isEqualTo("HEAD");
    }

    @Test
    void aDeclarationAfterTheAnswerIsOnItsWayIsWarnedAboutOnce() {
        Exchange exchange = new Exchange("GET");
        exchange.markSent();

        assertThat(warnings(exchange)).singleElement().asString().contains("already on its way");
        assertThat(exchange.declarations().forbidStoring()).isTrue();
    }

    @Test
    void alsoWhereTheResponseIsNotStoredAnyway() {
        Exchange exchange = new Exchange("GET");
        exchange.declare(Declarations::dontStore);
        exchange.markSent();

        assertThat(warnings(exchange)).hasSize(1);
    }

    @Test
    void aDeclarationInTimeIsNotWarnedAbout() {
        assertThat(warnings(new Exchange("GET"))).isEmpty();
    }

    private static List<String> warnings(Exchange exchange) {
        try (LogRecords log = new LogRecords()) {
            exchange.declare(said -> said.varyOn("X-A"));
            exchange.declare(Declarations::neverCache);
            exchange.declare(said -> said.varyOn("X-B"));
            return log.warnings();
        }
    }

    public interface Contract {
        void page(String id);
    }

    public static class Resource implements Contract {

        @Override
        public void page(String id) {}

        public void page(int id) {}

        public void other(String id) {}
    }
}
