package org.cachette.jaxrs;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.enterprise.context.spi.Context;
import jakarta.enterprise.context.spi.Contextual;
import jakarta.enterprise.context.spi.CreationalContext;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.PassivationCapable;
import jakarta.ws.rs.container.AsyncResponse;
import java.lang.reflect.Method;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;
import java.util.function.Supplier;
import org.cachette.page.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Hands the exchange of the request to beans that have no request in hand, such as CDI interceptors: where the request
 * scope is active, which it is not on other threads than the request's own. It is found by the request itself where the
 * JAX-RS implementation tells which one that is, since most exchanges are asked for by nobody; else it travels in the
 * scope.
 *
 * <p>Talks to the scope without a bean in between, since a container makes beans with much ado.
 */
public final class CurrentExchange {

    /** What stands in the request scope. */
    private static final class Holder {
        private @Nullable Exchange exchange;
    }

    /** With an id, by which containers find it faster; its own, since the modules of one ear may share the scope. */
    private static final class HolderOfRequest implements Contextual<Holder>, PassivationCapable {

        private final String id = UUID.randomUUID().toString();

        @Override
        public String getId() {
            return id;
        }

        @Override
        public Holder create(CreationalContext<Holder> context) {
            return new Holder();
        }

        @Override
        public void destroy(Holder holder, CreationalContext<Holder> context) {
            Exchange ended = holder.exchange;
            if (ended != null && ended.isAwaited() && !answersLater(ended.matchedMethod())) {
                ended.abandon();
            }
            holder.exchange = null;
        }

        /** Whether the answer may come after the request's own thread is done with it. */
        private static boolean answersLater(@Nullable Method method) {
            return method != null
                    && (CompletionStage.class.isAssignableFrom(method.getReturnType())
                            || List.of(method.getParameterTypes()).contains(AsyncResponse.class));
        }
    }

    /** Nothing depends on a holder. */
    private static final class NoDependents implements CreationalContext<Holder> {
        @Override
        public void push(Holder incomplete) {}

        @Override
        public void release() {}
    }

    private final BeanManager beans;
    private volatile Supplier<@Nullable Exchange> requests = () -> null;
    private final HolderOfRequest holders = new HolderOfRequest();
    private final NoDependents creation = new NoDependents();

    /** One for each deployment. */
    public CurrentExchange(BeanManager beans) {
        this.beans = beans;
    }

    /** From now on exchanges are looked for in the request at hand first. */
    void lookIn(Supplier<@Nullable Exchange> ofRequestAtHand) {
        requests = ofRequestAtHand;
    }

    /** Whether that exchange is found without a scope that carries it. */
    boolean isAtHand(Exchange exchange) {
        return requests.get() == exchange;
    }

    /**
     * Puts the exchange of a request into the request's scope.
     *
     * @throws ContextNotActiveException where there is no request scope
     */
    void open(Exchange opened) {
        beans.getContext(RequestScoped.class).get(holders, creation).exchange = opened;
    }

    /** Sees to it that those who wait for the answer are told at the end of the request, whatever becomes of it. */
    public void tellAtEnd(Exchange awaited) {
        if (awaited.isAwaited()) {
            try {
                open(awaited);
            } catch (ContextNotActiveException e) {
                // Nobody tells them: they wait until their deadline.
                return;
            }
        }
    }

    /**
     * The exchange of the current request; null when no JAX-RS request is being answered.
     *
     * @throws ContextNotActiveException where there is no request scope
     */
    public @Nullable Exchange get() {
        Context scope = beans.getContext(RequestScoped.class);
        Exchange atHand = requests.get();
        if (atHand != null) {
            return atHand;
        }
        Holder holder = scope.get(holders);
        return holder == null ? null : holder.exchange;
    }

    /** The exchange of the current request; null where none is being answered, or on another thread than its own. */
    public @Nullable Exchange find() {
        try {
            return get();
        } catch (ContextNotActiveException e) {
            return null;
        }
    }
}
