package org.cachette.jaxrs;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Map;
import org.cachette.page.PageStore;

/** A held response whose body begins to go to the client before it is whole. */
final class Departure implements HeldBody.Passing {

    private final PageStore store;
    private final HeldResponse held;
    private final MultivaluedMap<String, Object> live;
    private Map<String, List<String>> before = Map.of();

    /** @param live the headers that can be changed until the first byte goes out */
    Departure(PageStore store, HeldResponse held, MultivaluedMap<String, Object> live) {
        this.store = store;
        this.held = held;
        this.live = live;
    }

    @Override
    public void begins() {
        if (held.toStore()) {
            before = Headers.copy(held.response().getStringHeaders());
            Map<String, List<String>> patched =
                    store.passing(held.exchange(), held.response().getStatus(), before);
            Headers.apply(live, before, patched);
            held.exchange().markSent();
        }
    }

    @Override
    public void isTooLarge() {
        store.tooLarge(held.exchange());
    }

    /** The headers as they stood before the first byte. */
    Map<String, List<String>> headersBefore() {
        return before;
    }
}
