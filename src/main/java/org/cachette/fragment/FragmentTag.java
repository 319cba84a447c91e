package org.cachette.fragment;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.cachette.CacheConfigurationException;
import org.cachette.Fragments;
import org.cachette.Timeout;
import org.jspecify.annotations.Nullable;

/** A fragment as a template's tag asks for it: what all template engines have in common. */
public final class FragmentTag {

    /**
     * What stands between the ends of the tag.
     *
     * @param <X> the engine's own failure
     */
    public interface Body<X extends Exception> {

        /** Renders it. */
        String text() throws X, IOException;
    }

    private final Fragments fragments;
    private final Timeout timeout;
    private final String name;
    private final List<@Nullable Object> varyOn;

    private FragmentTag(Fragments fragments, Timeout timeout, String name, List<@Nullable Object> varyOn) {
        this.fragments = fragments;
        this.timeout = timeout;
        this.name = name;
        this.varyOn = varyOn;
    }

    /**
     * Reads {@code timeout}, {@code name}, {@code varyOn} and the name of a cache.
     *
     * @param given the attributes by name; what is not in it is not given
     * @param cacheAttribute what the template calls the cache's name; {@code using} if it may
     * @throws IllegalArgumentException when the use is wrong; the message says what would be right. Without a cause: there
     *     are servers that show the innermost exception only
     */
    public static FragmentTag read(
            Map<String, ? extends @Nullable Object> given, String cacheAttribute, Fragments fragments) {
        String name = FragmentAttributes.name(given.get("name"));
        Timeout timeout = FragmentAttributes.timeout(given.get("timeout"));
        List<@Nullable Object> varyOn =
                given.containsKey("varyOn") ? FragmentAttributes.varyOn(given.get("varyOn")) : List.of();
        String cache = FragmentAttributes.cache(cacheAttribute, given.get(cacheAttribute));
        try {
            return new FragmentTag(cache.isEmpty() ? fragments : fragments.using(cache), timeout, name, varyOn);
        } catch (CacheConfigurationException e) {
            throw new IllegalArgumentException(cacheAttribute + ": " + e.getMessage());
        }
    }

    /**
     * The text of the fragment, from the cache or by the body.
     *
     * @throws X what the body throws
     */
    public <X extends Exception> String render(Body<X> body) throws X, IOException {
        return render(body, text -> true);
    }

    /**
     * The text of the fragment, from the cache or by the body.
     *
     * @param isForAll whether others may get a text that the body gave
     * @throws X what the body throws
     */
    @SuppressWarnings("unchecked") // what is carried is what the body threw
    public <X extends Exception> String render(Body<X> body, Predicate<String> isForAll) throws X, IOException {
        try {
            return fragments.render(name, timeout, () -> sharedText(body, isForAll), varyOn.toArray());
        } catch (FailedBody e) {
            if (e.failure instanceof IOException io) {
                throw io;
            }
            throw (X) e.failure;
        }
    }

    private static String sharedText(Body<?> body, Predicate<String> isForAll) {
        String text;
        try {
            text = body.text();
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new FailedBody(e);
        }
        if (!isForAll.test(text)) {
            throw new OnesOwnText(text);
        }
        return text;
    }

    /** Carries the engine's own exception past a supplier. */
    private static final class FailedBody extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Exception failure;

        FailedBody(Exception failure) {
            super(failure);
            this.failure = failure;
        }
    }
}
