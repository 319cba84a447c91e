package org.cachette.backend.redis;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.util.JedisClusterCRC16;

/** Which node of a cluster has which keys, by one of its 16384 slots. Immutable. */
final class SlotTable {

    /** By the first slot of a range. */
    private final TreeMap<Integer, Range> ranges = new TreeMap<>();

    private record Range(int last, Member owner) {}

    /** Of the reply to CLUSTER SLOTS, which a server gave. */
    SlotTable(@Nullable Object reply, Server asked, Function<Server, Member> members) {
        if (reply instanceof List<?> all) {
            all.forEach(range -> add(range, asked, members));
        }
        if (ranges.isEmpty()) {
            throw new RedisFailure(asked, "expected a cluster with slots");
        }
    }

    private void add(Object range, Server asked, Function<Server, Member> members) {
        if (range instanceof List<?> parts
                && parts.size() > 2
                && parts.get(0) instanceof Long first
                && parts.get(1) instanceof Long last
                && parts.get(2) instanceof List<?> owner
                && owner.size() > 1
                && owner.get(1) instanceof Long port) {
            String host = owner.get(0) instanceof byte[] bytes ? new String(bytes, StandardCharsets.UTF_8) : "";
            Server server = new Server(host.isEmpty() ? asked.host() : host, port.intValue());
            ranges.put(first.intValue(), new Range(last.intValue(), members.apply(server)));
        }
    }

    /** Null when nobody has it. */
    @Nullable
    Member ownerOf(byte[] key) {
        int slot = JedisClusterCRC16.getSlot(key);
        var range = ranges.floorEntry(slot);
        return range == null || range.getValue().last() < slot
                ? null
                : range.getValue().owner();
    }

    List<Member> owners() {
        return new ArrayList<>(
                Set.copyOf(ranges.values().stream().map(Range::owner).toList()));
    }
}
