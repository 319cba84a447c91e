package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cachette.backend.JavaSerializerTest.written;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.time.DayOfWeek;
import java.util.AbstractMap;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Hashtable;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What few bytes may stand for: no more than is in them. */
final class JavaSerializerSizeTest {

    private static final JavaSerializer SERIALIZER = new JavaSerializer(
            AllowList.of(JavaSerializerSizeTest.class.getName()), JavaSerializerSizeTest.class.getClassLoader());

    record Holder(Object content) implements Serializable {}

    private static Object setsOfSets(int depth) {
        Set<Object> root = new HashSet<>();
        Set<Object> one = root;
        Set<Object> other = new HashSet<>();
        for (int i = 0; i < depth; i++) {
            Set<Object> first = new HashSet<>(Set.of("foo"));
            Set<Object> second = new HashSet<>();
            one.addAll(List.of(first, second));
            other.addAll(List.of(first, second));
            one = first;
            other = second;
        }
        return root;
    }

    private static Object setOf(int depth, UnaryOperator<Object> twice) {
        Object inner = "end";
        for (int i = 0; i < depth; i++) {
            inner = twice.apply(inner);
        }
        Set<Object> set = new HashSet<>();
        set.add(new Late(inner));
        return set;
    }

    /** Has a hash of its own, until it is written. */
    record Late(Object value) implements Serializable {
        @Override
        public int hashCode() {
            return 1;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        private Object writeReplace() {
            return value;
        }
    }

    @Test
    @Timeout(value = 10, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void fewBytesWhoseHashesTakeYearsAreUnreadable() {
        for (Object value : List.of(
                new Late(setsOfSets(40)),
                new Late(setOf(40, inner -> new ArrayList<>(Arrays.asList(inner, inner)))),
                new Late(setOf(40, inner -> List.of(inner, inner))),
                new Late(setOf(40, inner -> Map.of("a", inner, "b", inner))),
                new Late(setOf(40, inner -> new AbstractMap.SimpleEntry<>(List.of(inner), inner))))) {
            byte[] planted = written(value);
            assertThat(planted).hasSizeLessThan(3000);
            assertThatThrownBy(() -> SERIALIZER.fromBytes(planted))
                    .isInstanceOf(UnreadableEntryException.class)
                    .hasMessageContaining("share");
        }
    }

    @Test
    void deepAndSharedValuesComeBack() {
        Holder chain = new Holder("end");
        List<Object> nested = new ArrayList<>();
        Map<String, Object> maps = new HashMap<>();
        for (int i = 0; i < 200; i++) {
            chain = new Holder(chain);
            nested = new ArrayList<>(List.of(nested, "x"));
            maps = new HashMap<>(Map.of("next", maps));
        }
        List<Integer> shared = Collections.nCopies(1000, 7);
        for (Object value : List.of(chain, nested, maps, new ArrayList<>(Collections.nCopies(1000, shared)))) {
            assertThat(SERIALIZER.fromBytes(SERIALIZER.toBytes(value))).isEqualTo(value);
        }
    }

    /** The array of a length that is a lie, in as many bytes. */
    private static byte[] lying(Object arrayOfOne, int elementBytes, int elements, int bytes) {
        byte[] array = written(arrayOfOne);
        byte[] stream = Arrays.copyOf(array, bytes);
        ByteBuffer.wrap(stream).putInt(array.length - elementBytes - Integer.BYTES, elements);
        return stream;
    }

    @Test
    void anArrayThatLiesTakesNoMoreMemoryThanItsBytesAllow() {
        int bytes = 1 << 20;
        for (byte[] planted : List.of(
                lying(new long[1], 8, 4 * bytes - 100, bytes),
                lying(new long[1], 8, bytes / 4, bytes),
                lying(new int[1], 4, bytes / 2, bytes),
                lying(new char[1], 2, bytes, bytes),
                lying(new byte[1], 1, bytes + 1, bytes),
                lying(new Object[1], 1, 2 * bytes + 1, bytes))) {
            assertThatThrownBy(() -> SERIALIZER.fromBytes(planted))
                    .isInstanceOf(UnreadableEntryException.class)
                    .hasMessageContaining("REJECTED");
        }
    }

    @Test
    @SuppressWarnings("JdkObsolete")
    void arraysAndTablesOfEveryKindComeBack() {
        Map<Integer, Object> sparse = new HashMap<>(1 << 16, 0.25f);
        IdentityHashMap<Object, Object> identities = new IdentityHashMap<>();
        Map<Object, Object> concurrent = new ConcurrentHashMap<>();
        Map<Object, Object> table = new Hashtable<>(10_000);
        for (int i = 0; i < 130; i++) {
            sparse.put(i, new HashMap<>(Map.of(i, new HashSet<>(Set.of(i)))));
            identities.put(DayOfWeek.of(1 + i % 7), DayOfWeek.FRIDAY);
            concurrent.put(i, new ArrayDeque<>());
            table.put(i, new PriorityQueue<>());
        }
        for (Object value : List.of(
                new long[] {1},
                new double[1000],
                new boolean[3][4],
                new char[7],
                new short[5],
                new int[1],
                sparse,
                new Object[100],
                new ArrayList<>(),
                new HashMap<>(),
                new HashSet<>(),
                new Hashtable<>(),
                identities)) {
            assertThat(SERIALIZER.fromBytes(SERIALIZER.toBytes(value))).isEqualTo(value);
        }
        for (Object value : List.of(concurrent, table, new ArrayDeque<>(List.of(1)))) {
            assertThat(SERIALIZER.fromBytes(SERIALIZER.toBytes(value))).hasToString(value.toString());
        }
    }
}
