package org.cachette.http;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cachette.http.StructuredMember.Item;

/**
 * How a cache handled a request: its member of the {@code Cache-Status} field (RFC 9211). Immutable; each method gives
 * another one. The key is not for everybody: it helps who wants to poison a cache.
 */
public final class CacheStatus {

    /** Why a request was not answered from the cache: the most specific one that is true (section 2.2). */
    public enum Forward {
        /** The cache was told not to look. */
        BYPASS,
        /** The method is one that it does not answer. */
        METHOD,
        /** It has nothing for the URI. */
        URI_MISS,
        /** It has something for the URI, but not for such a request. */
        VARY_MISS,
        /** It has nothing; why is not known. */
        MISS,
        /** It has a fresh response, but the request asked for another. */
        REQUEST,
        /** What it has is stale. */
        STALE,
        /** It has only a part. */
        PARTIAL;

        private String token() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final long GREATEST = 999_999_999_999_999L;

    private final Map<String, StructuredValue> parameters;

    private CacheStatus(Map<String, StructuredValue> parameters) {
        this.parameters = parameters;
    }

    /** Answered from the cache, fresh or stale, without running the method: also a 304 or 206 made from an entry. */
    public static CacheStatus hit() {
        return new CacheStatus(Map.of("hit", StructuredValue.Flag.TRUE));
    }

    /** Answered by the cache itself, neither with a stored response nor by running the method. */
    public static CacheStatus neither() {
        return new CacheStatus(Map.of());
    }

    /** Answered by running the method. */
    public static CacheStatus forwarded(Forward why) {
        return new CacheStatus(Map.of("fwd", new StructuredValue.Token(why.token())));
    }

    /** What is left of the lifetime of the answer, cut to seconds; negative when it is stale. */
    public CacheStatus withTtl(Duration ttl) {
        long seconds = Math.max(-GREATEST, Math.min(GREATEST, ttl.toSeconds()));
        return with("ttl", new StructuredValue.Whole(seconds));
    }

    /**
     * The status that the method gave, where another one is sent.
     *
     * @throws IllegalStateException after a hit, as there was none
     */
    public CacheStatus withForwardStatus(int status) {
        return withForwarded("fwd-status", new StructuredValue.Whole(status));
    }

    /**
     * Whether the answer was stored.
     *
     * @throws IllegalStateException after a hit
     */
    public CacheStatus withStored(boolean stored) {
        return withForwarded("stored", new StructuredValue.Flag(stored));
    }

    /**
     * Whether the answer is that of another request that came at the same time; false when that one was waited for in
     * vain.
     *
     * @throws IllegalStateException after a hit
     */
    public CacheStatus withCollapsed(boolean collapsed) {
        return withForwarded("collapsed", new StructuredValue.Flag(collapsed));
    }

    /** The key of the entry. */
    public CacheStatus withKey(String key) {
        return with("key", text(key));
    }

    /** Anything else worth saying, such as the reason of a verdict. */
    public CacheStatus withDetail(String detail) {
        return with("detail", text(detail));
    }

    /** The member of a cache of that name. */
    public String member(String cacheName) {
        boolean token = Tokens.isToken(cacheName) && Character.isLetter(cacheName.charAt(0));
        return new Item(token ? new StructuredValue.Token(cacheName) : text(cacheName), parameters).toString();
    }

    /**
     * The lines of the field with this member behind those of caches nearer to the origin. Lines that are no list are
     * left out, since they would make the whole field one that nobody can read.
     */
    public List<String> appendedTo(List<String> lines, String cacheName) {
        List<String> all = new ArrayList<>();
        if (StructuredFields.parseList(lines).isPresent()) {
            lines.stream().filter(line -> !line.isBlank()).forEach(all::add);
        }
        all.add(member(cacheName));
        return all;
    }

    private CacheStatus withForwarded(String name, StructuredValue value) {
        if (parameters.containsKey("hit")) {
            throw new IllegalStateException("Cache-Status: " + name + " of a hit; expected it after forwarded() only");
        }
        return with(name, value);
    }

    private CacheStatus with(String name, StructuredValue value) {
        Map<String, StructuredValue> more = new LinkedHashMap<>(parameters);
        more.put(name, value);
        return new CacheStatus(more);
    }

    private static StructuredValue text(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.chars().forEach(c -> printable.append(c >= ' ' && c <= '~' ? (char) c : '?'));
        return new StructuredValue.Text(printable.toString());
    }
}
