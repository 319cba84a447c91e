package org.cachette.backend.memcached;

import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.cachette.backend.Encoded;
import org.cachette.backend.ValueFormat;
import org.cachette.backend.WholeNumbers;
import org.cachette.backend.memcached.Answer.Code;
import org.jspecify.annotations.Nullable;

/**
 * Counts. memcached itself adds to numbers that are not below zero, in one round trip; it knows nothing below zero, so
 * all else is done by compare and swap.
 */
final class Counters {

    private final Items items;
    private final ValueFormat values;

    Counters(Items items, ValueFormat values) {
        this.items = items;
        this.values = values;
    }

    OptionalLong incr(WireKey key, long delta) {
        long deadline = items.deadline();
        if (!key.isPlain() || delta < 0) {
            return swap(key, delta, deadline);
        }
        Answer answer = items.ask(key, (opaque, k) -> Request.increment(opaque, k, delta), deadline);
        if (answer == null || answer.code() == Code.MISSING) {
            return OptionalLong.empty();
        }
        return answer.code() == Code.VALUE
                ? OptionalLong.of(checked(key, number(answer), delta, deadline))
                : swap(key, delta, deadline);
    }

    private static long number(Answer answer) {
        return Long.parseUnsignedLong(new String(answer.item(), StandardCharsets.US_ASCII).strip());
    }

    /** memcached counts on up to twice as far as we do: what went too far is taken back. */
    private long checked(WireKey key, long sum, long delta, long deadline) {
        if (sum < 0) {
            items.ask(key, (opaque, k) -> Request.decrement(opaque, k, delta), deadline);
            throw new ArithmeticException("long overflow");
        }
        return sum;
    }

    private OptionalLong swap(WireKey key, long delta, long deadline) {
        while (true) {
            Answer found = items.ask(key, Request::find, deadline);
            Encoded value = Items.value(key, found);
            if (found == null || value == null) {
                return OptionalLong.empty();
            }
            long sum = WholeNumbers.sum(values.decode(value), delta);
            Answer answer = swap(key, found, sum, deadline);
            if (answer == null || answer.code() == Code.MISSING) {
                return OptionalLong.empty();
            }
            if (answer.code() == Code.DONE) {
                return OptionalLong.of(sum);
            }
            if (answer.code() == Code.REFUSED || System.nanoTime() - deadline >= 0) {
                throw new IllegalStateException("memcached does not take the new count of a key: " + answer.code());
            }
        }
    }

    private @Nullable Answer swap(WireKey key, Answer found, long sum, long deadline) {
        byte[] item = EntryBytes.of(key, values.encode(sum));
        long life = items.sameLife(found);
        return items.ask(key, (opaque, k) -> Request.swap(opaque, k, item, life, found.cas()), deadline);
    }
}
