package org.cachette.jaxrs;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A GET without credentials on its way to JAX-RS. */
final class EarlyRequest {

    private static final Logger LOG = System.getLogger("org.cachette.jaxrs");

    /** Fields of requests with content, or that want something else than an answer. */
    private static final List<String> FOR_OTHERS = List.of("content-type", "transfer-encoding", "upgrade");

    private final EarlyPages.Ticket ticket;
    private final Map<String, List<String>> fields;
    private final @Nullable EarlyPage page;

    /** @param page that it asks for; null where that is not known */
    EarlyRequest(EarlyPages.Ticket ticket, Map<String, List<String>> fields, @Nullable EarlyPage page) {
        this.ticket = ticket;
        this.fields = fields;
        this.page = page;
    }

    /** Whether its page is in the memory of this process, where nobody has to wait for it. */
    boolean isInMemory() {
        return page != null && page.inMemory();
    }

    /**
     * What it is answered with; null where it is for JAX-RS. What goes wrong here goes wrong there again, where the
     * application may have an answer to it.
     *
     * @param nobody whether nothing but the request is known of who sent it; asked only where there may be an answer
     * @param learner takes what the request is to carry into JAX-RS, where nothing is known of it yet
     */
    EarlyPage.@Nullable Answer answer(BooleanSupplier nobody, Consumer<EarlyPages.Ticket> learner) {
        if (isForOthers()) {
            return null;
        }
        if (page == null) {
            learner.accept(ticket);
            return null;
        }
        try {
            return nobody.getAsBoolean() ? page.answer(fields) : null;
        } catch (RuntimeException e) {
            LOG.log(Level.DEBUG, "a hit is left to JAX-RS", e);
            return null;
        }
    }

    private boolean isForOthers() {
        for (String field : FOR_OTHERS) {
            if (fields.containsKey(field)) {
                return true;
            }
        }
        return false;
    }
}
