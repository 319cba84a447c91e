package org.cachette.values;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Map;
import org.cachette.annotation.Cached;
import org.cachette.annotation.Invalidates;
import org.cachette.embedded.EmbeddedServer;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A method that something around it calls again, as MicroProfile Fault Tolerance does. */
@Tag("ee11")
final class RetriedChangesIT {

    @Test
    void whatAChangeMakesOutdatedIsDroppedWhenItSucceedsLater() {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), AnyPage.class, Stock.class, Again.class)) {
            Stock stock = server.bean(Stock.class);
            assertThat(stock.number()).isZero();

            stock.change(7);

            assertThat(stock.number()).isEqualTo(7);
        }
    }

    /** Called once more when it fails. */
    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Retried {}

    /** Does so, between what is around all and the method. */
    @Retried
    @Interceptor
    @Priority(Interceptor.Priority.LIBRARY_AFTER + 10)
    public static class Again {

        @AroundInvoke
        public Object again(InvocationContext call) throws Exception {
            try {
                return call.proceed();
            } catch (IllegalStateException e) {
                return call.proceed();
            }
        }
    }

    /** Fails the first time. */
    @ApplicationScoped
    public static class Stock {

        private int number;
        private int tries;

        @Cached(key = "stock")
        public int number() {
            return number;
        }

        @Retried
        @Invalidates(key = "stock")
        public void change(int newNumber) {
            tries++;
            if (tries == 1) {
                throw new IllegalStateException("try again");
            }
            number = newNumber;
        }
    }
}
