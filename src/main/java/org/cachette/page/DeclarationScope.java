package org.cachette.page;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.cachette.http.RequestHead;
import org.jspecify.annotations.Nullable;

/** Where goes what is said about a response: to the response, or to the piece of it that is being made. */
final class DeclarationScope {

    private static final Logger LOG = System.getLogger("org.cachette.page");

    private final Declarations ofResponse = new Declarations();
    private Declarations told = ofResponse;
    private int count;
    private boolean sent;
    private boolean warnedOfLateness;

    Declarations ofResponse() {
        return ofResponse;
    }

    void declare(@Nullable RequestHead request, Consumer<Declarations> saying) {
        if (sent && !warnedOfLateness) {
            warnedOfLateness = true;
            ofResponse.dontStore();
            LOG.log(
                    Level.WARNING,
                    "{0}: caching was declared while the answer was already on its way; its headers do not say so, and"
                            + " it is not stored. Declare before the body is written",
                    PageCache.describe(request));
        }
        count++;
        saying.accept(told);
    }

    /** How often something was declared, for the response or for a piece of it. */
    int count() {
        return count;
    }

    <T> T during(Declarations part, Supplier<T> body) {
        Declarations outer = told;
        told = part;
        try {
            return body.get();
        } finally {
            told = outer;
        }
    }

    void include(@Nullable RequestHead request, PagePart part) {
        if (part.saysNothing()) {
            told.include(part);
        } else {
            declare(request, said -> said.include(part));
        }
    }

    void markSent() {
        sent = true;
    }
}
