package org.cachette.jaxrs;

import jakarta.ws.rs.core.FeatureContext;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cachette.http.RequestHead;
import org.cachette.page.PageCache;
import org.jspecify.annotations.Nullable;

/** How a JAX-RS implementation answers a request that no client sent. */
interface Redispatch {

    /** Registers what it needs to know of the application, and what the page cache has to do there in another way. */
    default void register(FeatureContext context, CurrentExchange current, PageCache pages) {}

    /**
     * Gets ready to answer; called on the thread of a client's request.
     *
     * @param base the base URI of the application
     * @param properties of the new request
     * @return answers it on the thread that calls this, and gives the status; null where that can't be done
     */
    @Nullable
    Callable<Integer> prepare(RequestHead head, URI base, Map<String, Object> properties);
}
