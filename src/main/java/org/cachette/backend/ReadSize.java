package org.cachette.backend;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How much there is in collections of the JDK with what is in them, each time anew where they share it. Few bytes can
 * stand for a set of sets whose hash takes years.
 */
final class ReadSize {

    private static final long ALWAYS_ALLOWED = 1 << 20;
    private static final long PER_BYTE = 16;

    private final long most;
    private final IdentityHashMap<Object, Long> sizes = new IdentityHashMap<>();

    ReadSize(int bytes) {
        this.most = ALWAYS_ALLOWED + PER_BYTE * bytes;
    }

    /** False when the object, which is read completely and before anything that holds it, holds too much. */
    boolean accepts(Object read) {
        if (!(read instanceof Collection || read instanceof Map || read instanceof Map.Entry)
                || !read.getClass().getName().startsWith("java.util.")) {
            return true;
        }
        long size = sizeOf(read);
        sizes.put(read, size);
        return size <= most;
    }

    private long sizeOf(Object read) {
        if (read instanceof Map.Entry<?, ?> entry) {
            return 1 + known(entry.getKey()) + known(entry.getValue());
        }
        Collection<?> all = read instanceof Map<?, ?> map ? map.entrySet() : (Collection<?>) read;
        long size = 1;
        for (Object each : all) {
            size += read instanceof Map ? sizeOf(each) : known(each);
            if (size > most) {
                return size;
            }
        }
        return size;
    }

    private long known(@Nullable Object element) {
        return element == null ? 1 : sizes.getOrDefault(element, 1L);
    }
}
