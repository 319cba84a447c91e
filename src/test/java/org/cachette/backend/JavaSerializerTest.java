package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.lang.reflect.Proxy;
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
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.cachette.CacheException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The allow-list, on the way in and on the way out. */
@Tag("DJ-SER-01")
@Tag("DJ-SER-08")
final class JavaSerializerTest {

    private static final String OURS = JavaSerializerTest.class.getName();

    private static JavaSerializer allowing(String names) {
        return new JavaSerializer(AllowList.of(names), JavaSerializerTest.class.getClassLoader());
    }

    /** Leaves a trace when an object of it is made of bytes. */
    static final class Bomb implements Serializable {
        private static final long serialVersionUID = 1L;

        private void readObject(java.io.ObjectInputStream in) {
            throw new AssertionError("code of a refused class ran");
        }
    }

    record Holder(Object content) implements Serializable {}

    enum Colour {
        RED
    }

    private static byte[] written(Object value) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(value);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aClassThatIsNotOnTheListIsRefusedWhenWriting() {
        assertThatThrownBy(() -> allowing("").toBytes(new Bomb()))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining(Bomb.class.getName())
                .hasMessageContaining("cachette.serializer.allow");
    }

    @Test
    void aRefusedClassInsideAnAllowedOneIsRefusedToo() {
        JavaSerializer serializer = allowing(Holder.class.getName());

        for (Object value : List.of(
                new Holder(new Bomb()), List.of(new Bomb()), Map.of("a", new Bomb()), new Bomb[0], Bomb.class)) {
            assertThatThrownBy(() -> serializer.toBytes(value)).isInstanceOf(CacheException.class);
        }
    }

    @Test
    void bytesOfARefusedClassMakeNoObject() {
        JavaSerializer serializer = allowing(Holder.class.getName());

        for (Object value : List.of(new Bomb(), new Holder(new Bomb()), new ArrayList<>(List.of(new Bomb())))) {
            assertThatThrownBy(() -> serializer.fromBytes(written(value))).isInstanceOf(UnreadableEntryException.class);
        }
    }

    @Test
    void classesOfTheJdkThatAreNoValuesAreRefused() {
        assertThatThrownBy(() -> allowing("").toBytes(new File("/etc/passwd"))).isInstanceOf(CacheException.class);
        assertThatThrownBy(() -> allowing("").fromBytes(written(new File("/etc/passwd"))))
                .isInstanceOf(UnreadableEntryException.class);
        assertThatThrownBy(() -> allowing("").toBytes(new IllegalStateException()))
                .isInstanceOf(CacheException.class);
    }

    @Test
    void proxiesAndLambdasAreRefused() {
        Object proxy =
                Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Comparable.class}, new Silent());
        Runnable lambda = (Runnable & Serializable) () -> {};

        assertThatThrownBy(() -> allowing(OURS).toBytes(proxy)).hasMessageContaining("proxy");
        assertThatThrownBy(() -> allowing(OURS).toBytes(lambda)).isInstanceOf(CacheException.class);
        assertThatThrownBy(() -> allowing(OURS).fromBytes(written(proxy))).isInstanceOf(UnreadableEntryException.class);
    }

    private static final class Silent implements java.lang.reflect.InvocationHandler, Serializable {
        private static final long serialVersionUID = 1L;

        @Override
        public Object invoke(Object proxy, java.lang.reflect.Method method, Object[] args) {
            return 0;
        }
    }

    @Test
    void listedClassesWithTheirNestedOnesAndPackagesAreAllowed() {
        for (String allow : List.of(OURS, Holder.class.getName() + "," + Colour.class.getName(), "org.cachette.**")) {
            Holder holder = new Holder(List.of(Colour.RED, new Colour[] {Colour.RED}.length));

            assertThat(allowing(allow).fromBytes(allowing(allow).toBytes(holder)))
                    .isEqualTo(holder);
        }
    }

    @Test
    void aPatternEndsAtItsPackage() {
        AllowList list = AllowList.of("com.acme.**");

        assertThat(list.allows("com.acme.Thing")).isTrue();
        assertThat(list.allows("com.acme.deep.Thing")).isTrue();
        assertThat(list.allows("com.acmeevil.Thing")).isFalse();
        assertThat(list.allows("com.Thing")).isFalse();
    }

    @Test
    @Tag("DJ-API-25")
    void whatIsNotSerialisableIsSaidByItsClass() {
        assertThatThrownBy(() -> allowing("").toBytes(List.of(new Object())))
                .isInstanceOf(CacheException.class)
                .hasMessageContaining("class java.lang.Object is not serialisable");
    }

    @Test
    void bytesThatLieAboutTheirLengthTakeNoMemory() {
        byte[] longs = written(new long[] {1});
        ByteBuffer.wrap(longs).putInt(longs.length - 12, Integer.MAX_VALUE);
        byte[] list = written(new ArrayList<>(List.of("a")));
        ByteBuffer.wrap(list).putInt(list.length - 15, 1 << 30);

        assertThatThrownBy(() -> allowing("").fromBytes(longs)).isInstanceOf(UnreadableEntryException.class);
        assertThatThrownBy(() -> new ValueFormat(allowing("")).decode(new Encoded(ValueFormat.OBJECT, list)))
                .isInstanceOf(UnreadableEntryException.class);
    }

    @Test
    void cutAndDamagedBytesAreUnreadableAndNothingWorse() {
        Map<String, Object> value = new HashMap<>(Map.of("a", List.of(1, 2L, "three"), "b", new long[100]));
        byte[] bytes = allowing("").toBytes(value);
        ValueFormat format = new ValueFormat(allowing(""));
        Random random = new Random(1);

        for (int i = 0; i < bytes.length; i++) {
            byte[] cut = Arrays.copyOf(bytes, i);
            assertThatThrownBy(() -> format.decode(new Encoded(ValueFormat.OBJECT, cut)))
                    .isInstanceOf(UnreadableEntryException.class);
        }
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = bytes.clone();
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            try {
                format.decode(new Encoded(ValueFormat.OBJECT, damaged));
            } catch (UnreadableEntryException expected) {
                assertThat(expected).hasMessageContaining("cannot read");
            }
        }
    }

    @Test
    void aValueDeeperThanTheStackIsRefused() {
        Holder holder = new Holder("end");
        for (int i = 0; i < 200_000; i++) {
            holder = new Holder(holder);
        }
        Holder deep = holder;

        assertThatThrownBy(() -> new ValueFormat(allowing(OURS)).encode(deep)).isInstanceOf(CacheException.class);
    }

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
        JavaSerializer serializer = allowing("");

        for (Object value : List.of(
                new Late(setsOfSets(40)),
                new Late(setOf(40, inner -> new ArrayList<>(Arrays.asList(inner, inner)))),
                new Late(setOf(40, inner -> List.of(inner, inner))),
                new Late(setOf(40, inner -> Map.of("a", inner, "b", inner))),
                new Late(setOf(40, inner -> new AbstractMap.SimpleEntry<>(List.of(inner), inner))))) {
            byte[] planted = written(value);
            assertThat(planted).hasSizeLessThan(3000);
            assertThatThrownBy(() -> serializer.fromBytes(planted))
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
            assertThat(allowing(OURS).fromBytes(allowing(OURS).toBytes(value))).isEqualTo(value);
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
            assertThatThrownBy(() -> allowing("").fromBytes(planted))
                    .isInstanceOf(UnreadableEntryException.class)
                    .hasMessageContaining("REJECTED");
        }
    }

    @Test
    void arraysAndTablesOfEveryKindComeBack() {
        Map<Integer, Object> sparse = new HashMap<>(1 << 16, 0.25f);
        Map<Object, Object> identities = new IdentityHashMap<>();
        Map<Object, Object> concurrent = new ConcurrentHashMap<>();
        Map<Object, Object> table = new Hashtable<>(10_000);
        for (int i = 0; i < 130; i++) {
            sparse.put(i, new HashMap<>(Map.of(i, new HashSet<>(Set.of(i)))));
            identities.put(DayOfWeek.of(1 + i % 7), DayOfWeek.FRIDAY);
            concurrent.put(i, new ArrayDeque<>());
            table.put(i, new PriorityQueue<>());
        }
        for (Object value : List.of(
                new long[] {1}, new double[1000], new boolean[3][4], new char[7], new short[5], new int[1], sparse,
                new Object[100], new ArrayList<>(), new HashMap<>(), new HashSet<>(), new Hashtable<>(), identities)) {
            assertThat(allowing("").fromBytes(allowing("").toBytes(value))).isEqualTo(value);
        }
        for (Object value : List.of(concurrent, table, new ArrayDeque<>(List.of(1)))) {
            assertThat(allowing("").fromBytes(allowing("").toBytes(value))).hasToString(value.toString());
        }
    }
}
