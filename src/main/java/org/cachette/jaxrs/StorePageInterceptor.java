package org.cachette.jaxrs;

import jakarta.annotation.Priority;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cachette.page.Completion;
import org.cachette.page.ConditionalGet;
import org.cachette.page.Exchange;
import org.cachette.page.PageStore;

/**
 * Around everything that writes a body: writes a stored one without calling the rest, so that nothing is encoded twice,
 * or holds a new one until it is whole and can be stored, or given its {@code ETag}.
 */
@Priority(Integer.MIN_VALUE)
final class StorePageInterceptor implements WriterInterceptor {

    private final PageStore store;
    private final ConditionalGet conditional;

    StorePageInterceptor(PageStore store, ConditionalGet conditional) {
        this.store = store;
        this.conditional = conditional;
    }

    @Override
    public void aroundWriteTo(WriterInterceptorContext context) throws IOException {
        if (context.getProperty(StoredResponseReplay.BODY) instanceof byte[] body && context.getEntity() == body) {
            if (context.getProperty(StoredResponseReplay.ODD_TYPE) instanceof List<?> lines) {
                putType(context.getHeaders(), lines);
            }
            context.getOutputStream().write(body);
        } else if (context.getProperty(HeldResponse.PROPERTY) instanceof HeldResponse held) {
            context.removeProperty(HeldResponse.PROPERTY);
            try {
                hold(held, context);
            } finally {
                held.exchange().abandon();
            }
        } else {
            markSent(context);
            context.proceed();
        }
    }

    private void hold(HeldResponse held, WriterInterceptorContext context) throws IOException {
        if (!held.toStore()) {
            held.exchange().markSent();
        }
        OutputStream client = context.getOutputStream();
        Departure departure = new Departure(store, held, context.getHeaders());
        HeldBody body = new HeldBody(client, store.maxBody(), held.isStream(), departure);
        context.setOutputStream(body);
        context.proceed();
        OutputStream outermost = context.getOutputStream();
        if (outermost != body) {
            outermost.close();
        }
        context.setOutputStream(client);
        if (!body.isPassing()) {
            finish(held, context.getHeaders(), body.bytes(), client);
        } else if (held.toStore() && body.isWhole()) {
            complete(held, departure.headersBefore(), body.bytes());
        }
    }

    private void finish(HeldResponse held, MultivaluedMap<String, Object> live, byte[] body, OutputStream client)
            throws IOException {
        Map<String, List<String>> before = Headers.copy(held.response().getStringHeaders());
        Completion done = conditional.complete(
                held.exchange().request(), held.response().getStatus(), complete(held, before, body), body);
        held.exchange().markSent();
        Headers.apply(live, before, done.headers());
        if (done.notModified()) {
            Headers.keepThoseOfNotModified(live);
            held.response().setStatus(304);
        } else {
            client.write(body);
        }
    }

    private Completion complete(HeldResponse held, Map<String, List<String>> headers, byte[] body) {
        return held.toStore()
                ? store.complete(held.exchange(), held.response().getStatus(), headers, held.afterFilters(), body)
                : new Completion(false, headers);
    }

    /** As it was stored: JAX-RS has put another one in its place. */
    private static void putType(MultivaluedMap<String, Object> live, List<?> lines) {
        Headers.remove(live, "Content-Type");
        if (!lines.isEmpty()) {
            live.put("Content-Type", new ArrayList<>(lines));
        }
    }

    private static void markSent(WriterInterceptorContext context) {
        Exchange exchange = Exchanges.of(context.getProperty(Exchanges.PROPERTY));
        if (exchange != null) {
            exchange.markSent();
        }
    }
}
