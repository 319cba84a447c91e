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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cachette.CacheException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

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

    static byte[] written(Object value) {
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
}
