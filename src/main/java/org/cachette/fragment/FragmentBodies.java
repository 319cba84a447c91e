package org.cachette.fragment;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.cachette.Timeout;
import org.cachette.page.Declarations;
import org.cachette.page.Exchange;
import org.cachette.page.PagePart;
import org.jspecify.annotations.Nullable;

/** Runs the bodies of fragments, and tells what is around them, a page or another fragment, what they ask of it. */
final class FragmentBodies {

    /** From here on a fragment is right for ever. */
    private static final Duration LONGEST = Duration.ofDays(36525);

    private final InstantSource clock;
    private final Supplier<@Nullable Exchange> requests;
    private final Supplier<@Nullable String> sessions;

    /** Outside of requests: what a fragment says is for those around it all the same. */
    @SuppressWarnings("ThreadLocalUsage") // ends with its deployment, and is empty between renderings
    private final ThreadLocal<@Nullable Exchange> outside = new ThreadLocal<>();

    FragmentBodies(InstantSource clock, Supplier<@Nullable Exchange> requests, Supplier<@Nullable String> sessions) {
        this.clock = clock;
        this.requests = requests;
        this.sessions = sessions;
    }

    /**
     * What the body gives now, with all that was said meanwhile.
     *
     * @throws OnesOwnText when others must not get it
     */
    RenderedFragment render(String name, Timeout timeout, Supplier<String> body) {
        Exchange exchange = exchange();
        if (exchange != null) {
            return render(exchange, name, timeout, body);
        }
        try {
            Exchange none = new Exchange("GET");
            outside.set(none);
            return render(none, name, timeout, body);
        } finally {
            outside.remove();
        }
    }

    private RenderedFragment render(Exchange exchange, String name, Timeout timeout, Supplier<String> body) {
        Declarations said = new Declarations();
        try {
            @Nullable String text = exchange.during(said, body);
            if (text == null) {
                throw new NullPointerException("the body of fragment \"" + name + "\" gave null: expected text");
            }
            if (hasSession(text)) {
                throw new OnesOwnText(text);
            }
            end(timeout).ifPresent(said::expiresBy);
            return new RenderedFragment(said.asPart(), text);
        } finally {
            exchange.include(said.asPart());
        }
    }

    /** Containers write the id into links until the browser has shown that it takes cookies, by a name that can be set. */
    private boolean hasSession(String text) {
        String session = sessions.get();
        return (session != null && text.contains(session))
                || text.toLowerCase(Locale.ROOT).contains(";jsessionid=");
    }

    /** In whole milliseconds, as it is kept; part of one counts as a whole. */
    private Optional<Instant> end(Timeout timeout) {
        Duration life = timeout.toDuration();
        return life.compareTo(LONGEST) > 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(
                        clock.instant().plus(life).plusNanos(999_999).toEpochMilli()));
    }

    /** Says what a fragment that was rendered before asks of what is around it now. */
    void include(PagePart said) {
        Exchange exchange = exchange();
        if (exchange != null) {
            exchange.include(said);
        }
    }

    private @Nullable Exchange exchange() {
        Exchange exchange = requests.get();
        return exchange != null ? exchange : outside.get();
    }
}
