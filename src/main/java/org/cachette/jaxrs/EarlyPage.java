package org.cachette.jaxrs;

import jakarta.ws.rs.core.AbstractMultivaluedMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.cachette.http.RequestHead;
import org.cachette.http.StoredResponse;
import org.cachette.http.Visitor;
import org.cachette.page.Exchange;
import org.cachette.page.PageCache;
import org.cachette.page.PageLookup;
import org.cachette.page.PagePolicy;
import org.cachette.page.PageStore;
import org.cachette.page.RequestedPart;
import org.jspecify.annotations.Nullable;

/**
 * What the last request filter knew about a GET: its URI, the method that JAX-RS chose, and the policy of its page.
 * Whether there is a page, and whom it may be given, is asked anew each time.
 *
 * @param inMemory whether it is in the memory of this process, where nobody has to wait for it
 */
record EarlyPage(
        URI uri,
        Class<?> type,
        Method method,
        PagePolicy policy,
        PageCache pages,
        PageStore store,
        StoredResponseReplay replay,
        boolean inMemory) {

    /** Bytes of the longest body that is sent by a thread on which other clients wait. */
    private static final int SHORT = 65_536;

    /**
     * What is sent.
     *
     * @param status that of the response, or 304
     * @param response of which the body is sent, unless it is a 304
     */
    record Answer(int status, MultivaluedMap<String, Object> headers, StoredResponse response) {

        /** Empty where there is none. */
        byte[] body() {
            return status == 304 ? new byte[0] : response.body();
        }

        /** Whether it is soon on its way, however slow the client is. */
        boolean isShort() {
            return status == 304 || response.body().length <= SHORT;
        }
    }

    /**
     * The answer to somebody of whom only those header fields are known; null where JAX-RS is to be asked. So it is for
     * errors: servers put pages of their own in the place of some.
     */
    @Nullable
    Answer answer(Map<String, List<String>> fields) {
        RequestHead head = new RequestHead("GET", uri, fields);
        Exchange exchange = new Exchange("GET");
        exchange.matched(head, type, method, () -> Visitor.UNKNOWN);
        PageLookup.Hit hit = pages.freshHit(exchange, policy);
        Answer answer = hit == null ? null : answer(exchange, head, hit);
        return answer == null || answer.status() >= 400 ? null : answer;
    }

    private Answer answer(Exchange exchange, RequestHead head, PageLookup.Hit hit) {
        MultivaluedMap<String, Object> headers = new Fields();
        List<String> status = store.status(exchange, hit);
        if (StoredResponseReplay.isNotModified(head, hit.stored())) {
            replay.putFieldsOfNotModified(exchange, hit.stored(), status, headers);
            return new Answer(304, headers, hit.stored());
        }
        StoredResponse sent = RequestedPart.of(hit.stored(), head);
        replay.putFields(exchange, sent, status, headers);
        List<String> type = sent.headers().get("Content-Type");
        if (type != null) {
            headers.put("Content-Type", new ArrayList<>(type));
        }
        return new Answer(sent.status(), headers, sent);
    }

    /** Found without regard to case. */
    private static final class Fields extends AbstractMultivaluedMap<String, Object> {

        private static final long serialVersionUID = 1;

        Fields() {
            super(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));
        }
    }
}
