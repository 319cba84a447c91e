package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import java.util.List;
import java.util.Map;
import org.cachette.http.RequestHead;
import org.cachette.http.Reuse;
import org.cachette.http.Storability;
import org.cachette.page.Completion;
import org.cachette.page.ConditionalGet;
import org.cachette.page.Declarations;
import org.cachette.page.Exchange;
import org.cachette.page.KeptHeaders;
import org.cachette.page.PageInvalidation;
import org.cachette.page.PageLookup;
import org.cachette.page.PageStore;
import org.cachette.page.Replacement;

/**
 * The last thing done to a response before its body is written: puts a stored response in place of the neutral one, or
 * patches the headers of a new one and decides whether its body is held to be stored.
 */
@Priority(Integer.MIN_VALUE)
final class PatchHeadersFilter implements ContainerResponseFilter {

    private final PageStore store;
    private final ConditionalGet conditional;
    private final PageInvalidation invalidation;
    private final Refreshes refreshes;
    private final StoredResponseReplay replay;
    private final UninterceptedMethods unintercepted = new UninterceptedMethods();

    PatchHeadersFilter(
            PageStore store, ConditionalGet conditional, PageInvalidation invalidation, Refreshes refreshes) {
        this.store = store;
        this.refreshes = refreshes;
        this.conditional = conditional;
        this.invalidation = invalidation;
        this.replay = new StoredResponseReplay(store);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Exchange exchange = Exchanges.of(request);
        if (exchange == null) {
            return;
        }
        if (exchange.lookup() instanceof PageLookup.Hit hit) {
            if (response.getStatus() < 300) {
                replay.replay(exchange, hit.stored(), store.status(exchange, hit), request, response);
                RequestHead refresh = exchange.refreshRequest();
                if (refresh != null) {
                    refreshes.begin(hit.place(), refresh, request.getUriInfo().getBaseUri());
                }
                return;
            }
            exchange.dropHit();
        }
        unintercepted.check(exchange, response.getStatus());
        if (store.leaves(exchange)) {
            store.outgoing().withhold(response.getHeaders());
        } else if (!exchange.isUntouched()) {
            patch(exchange, request, response);
        }
        if (request.getProperty(HeldResponse.PROPERTY) == null && response.hasEntity()) {
            answerCondition(exchange, request, response);
        }
        RequestHead head = exchange.request();
        if (head != null && !head.isGetOrHead()) {
            invalidation.after(head, response.getStatus(), Headers.copy(response.getStringHeaders()));
        }
    }

    /** Of a response that is not stored. */
    private void answerCondition(
            Exchange exchange, ContainerRequestContext request, ContainerResponseContext response) {
        RequestHead head = exchange.request();
        int status = response.getStatus();
        if (!conditional.applies(head, status)) {
            return;
        }
        Map<String, List<String>> headers = Headers.copy(response.getStringHeaders());
        if (conditional.needsBody(head, status, headers) && !Streams.mayBeEndless(response.getEntity())) {
            request.setProperty(HeldResponse.PROPERTY, new HeldResponse(exchange, response, headers, false, false));
        } else if (conditional.isNotModified(head, status, headers)) {
            replay.notModified(response);
        }
    }

    private void patch(Exchange exchange, ContainerRequestContext request, ContainerResponseContext response) {
        int status = response.getStatus();
        Map<String, List<String>> before = Headers.copy(response.getStringHeaders());
        Map<String, List<String>> declared = store.declare(exchange, status, before);
        if (exchange.policy() == null) {
            Headers.apply(response.getHeaders(), before, declared);
            return;
        }
        Replacement instead = store.replacement(exchange, status, declared, store.hold(exchange, status, before));
        if (instead != null) {
            Headers.apply(response.getHeaders(), before, declared);
            if (Reuse.isFailure(status)) {
                response.getHeaders().keySet().removeAll(KeptHeaders.ofMethod(exchange, declared));
            }
            replay.replay(exchange, instead.response(), instead.cacheStatus(), request, response);
            return;
        }
        if (Streams.isInChunks(response.getEntity())) {
            exchange.declare(Declarations::dontStore);
        }
        Storability verdict = store.judge(exchange, status, declared);
        switch (verdict.outcome()) {
            case LEAVE, DESCRIBE -> {
                Map<String, List<String>> described = store.describe(exchange, verdict, declared);
                Headers.apply(response.getHeaders(), before, described);
                store.unheld(exchange, status, before, declared);
                if (store.isNotModified(exchange, status, described)) {
                    replay.notModified(response);
                }
            }
            case STORE -> {
                Map<String, List<String>> held = store.hold(exchange, status, before);
                if (response.hasEntity()) {
                    Headers.apply(response.getHeaders(), before, held);
                    request.setProperty(
                            HeldResponse.PROPERTY,
                            new HeldResponse(
                                    exchange,
                                    response,
                                    held,
                                    Streams.isUnexpected(request, response.getEntity()),
                                    true));
                } else {
                    Completion done = store.complete(exchange, status, held, held, new byte[0]);
                    Headers.apply(response.getHeaders(), before, done.headers());
                    if (done.notModified()) {
                        replay.notModified(response);
                    }
                }
            }
        }
    }
}
