package org.cachette.values;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.annotation.Cached;
import org.cachette.annotation.Invalidates;
import org.jspecify.annotations.Nullable;

/** Slow methods that count their calls, and methods that change what those return. */
@ApplicationScoped
public class Members {

    /** Somebody. */
    public record Member(long id, @Nullable String name) {}

    private final Map<Long, String> names = new ConcurrentHashMap<>(Map.of(1L, "alice", 2L, "bob"));
    private final AtomicInteger calls = new AtomicInteger();

    public int calls() {
        return calls.get();
    }

    @Cached(timeout = 120, key = "member-{id}")
    public @Nullable String name(long id) {
        calls.incrementAndGet();
        return names.get(id);
    }

    @Invalidates(key = "member-{member.id}")
    public void save(Member member) {
        names.put(member.id(), String.valueOf(member.name()));
    }

    @Invalidates(key = "member-{0}")
    public void fail(long id) {
        names.put(id, "nobody");
        throw new IllegalStateException("undone");
    }

    @Invalidates(key = "member-{id}")
    public CompletionStage<Void> saveLater(long id, String name, CompletionStage<?> when) {
        return when.thenRun(() -> names.put(id, name));
    }

    @Invalidates(key = "member-{one}")
    @Invalidates(key = "member-{other}")
    public void swap(long one, long other) {
        String name = names.put(one, String.valueOf(names.get(other)));
        names.put(other, String.valueOf(name));
    }

    /** Sees its own change before others do. */
    @Invalidates(key = "member-{id}")
    public String rename(long id, String name, Members members) {
        names.put(id, name);
        return String.valueOf(members.name(id));
    }

    @Cached
    public Optional<String> find(String name) {
        calls.incrementAndGet();
        return names.values().stream().filter(name::equals).findFirst();
    }

    @Cached
    public int count(int from, int to) {
        return calls.incrementAndGet();
    }

    @Cached
    public @Nullable Integer boxed(@Nullable String name) {
        calls.incrementAndGet();
        return name == null ? null : name.length();
    }

    @Cached
    public List<Integer> all(List<String> some) {
        calls.incrementAndGet();
        return new ArrayList<>(some.stream().map(String::length).toList());
    }

    @Cached
    public CompletionStage<Optional<BigDecimal>> later(CompletableMember member) {
        calls.incrementAndGet();
        return member.stage();
    }

    /** What is asked for, and when it comes. */
    public enum CompletableMember {
        NOW,
        FAILED;

        CompletionStage<Optional<BigDecimal>> stage() {
            return this == NOW
                    ? CompletableFuture.completedFuture(Optional.of(BigDecimal.ONE))
                    : CompletableFuture.failedFuture(new IllegalStateException("no"));
        }
    }

    @Cached
    public String broken(String how) throws java.io.IOException {
        calls.incrementAndGet();
        throw new java.io.IOException(how);
    }
}
