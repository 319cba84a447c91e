package org.cachette.jaxrs;

import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.cachette.http.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * Makes stale pages anew after they were served (RFC 5861 section 3): the page is asked for once more inside of the
 * process, by a request of nobody with only those fields that chose the entry, and stored as any other. One at a time
 * for each entry, a few at a time at all; what fails is left to the next request. Safe for use by several threads.
 */
final class Refreshes {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    private static final String PROPERTY = "org.cachette.refresh";
    private static final int MOST = 16;

    /** The request scope of one such request, where the server opens none for it. */
    private static final class Scope {
        private @Nullable RequestContextController active;
    }

    private final @Nullable Redispatch redispatch;
    private final Instance<RequestContextController> scopes;
    private final RefreshThreads threads = new RefreshThreads(MOST);
    private final Set<String> running = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean warned = new AtomicBoolean();

    /** @param redispatch null where the JAX-RS implementation has no way to do that */
    Refreshes(@Nullable Redispatch redispatch, Instance<RequestContextController> scopes) {
        this.redispatch = redispatch;
        this.scopes = scopes;
    }

    /** Whether there is a way to make pages anew. */
    boolean arePossible() {
        return redispatch != null;
    }

    /** Whether that request is one of ours. */
    static boolean isOne(ContainerRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Scope;
    }

    /** Opens a request scope for one of ours, until it ends. False for others, and where one is open. */
    boolean openScope(ContainerRequestContext request) {
        if (request.getProperty(PROPERTY) instanceof Scope scope && scope.active == null) {
            RequestContextController controller = scopes.get();
            if (controller.activate()) {
                scope.active = controller;
                return true;
            }
            scopes.destroy(controller);
        }
        return false;
    }

    /** Begins to make an entry anew, unless that is being done already. */
    void begin(String place, RequestHead head, URI base) {
        if (redispatch == null || running.size() >= MOST || !running.add(place)) {
            return;
        }
        try {
            Scope scope = new Scope();
            Callable<Integer> answer = redispatch.prepare(head, base, Map.of(PROPERTY, scope));
            if (answer == null) {
                running.remove(place);
            } else {
                threads.execute(() -> run(place, head, answer, scope));
            }
        } catch (RejectedExecutionException | IllegalStateException e) {
            running.remove(place);
            failed(head, e.toString());
        }
    }

    private void run(String place, RequestHead head, Callable<Integer> answer, Scope scope) {
        try {
            int status = answer.call();
            if (status >= 500) {
                failed(head, "the answer has status " + status);
            } else {
                warned.set(false);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception | LinkageError e) {
            failed(head, e.toString());
        } finally {
            running.remove(place);
            closeScope(scope);
        }
    }

    private void closeScope(Scope scope) {
        RequestContextController controller = scope.active;
        if (controller != null) {
            controller.deactivate();
            scopes.destroy(controller);
        }
    }

    private void failed(RequestHead head, String reason) {
        LOG.log(
                warned.compareAndSet(false, true) ? Level.WARNING : Level.DEBUG,
                "{0} was not made anew in the background, and stays stale: {1}",
                head.uri().getRawPath(),
                reason);
    }
}
