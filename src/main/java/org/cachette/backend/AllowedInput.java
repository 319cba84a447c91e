package org.cachette.backend;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.InvalidObjectException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;
import java.util.Map;

/** Reads objects of allowed classes; others are not even loaded. Each instance reads one value. */
final class AllowedInput extends ObjectInputStream {

    /** Tables of hashes have more places than what is in them has bytes, by less than this. */
    private static final long PLACES_PER_BYTE = 2;

    private static final Map<Class<?>, Integer> BYTES_OF = Map.of(
            boolean.class,
            1,
            byte.class,
            1,
            char.class,
            2,
            short.class,
            2,
            int.class,
            4,
            float.class,
            4,
            long.class,
            8,
            double.class,
            8);

    private final AllowList allowed;
    private final ClassLoader loader;
    private final ReadSize sizes;
    private long bytesLeft;
    private long placesLeft;

    AllowedInput(InputStream in, int length, AllowList allowed, ClassLoader loader) throws IOException {
        super(in);
        this.allowed = allowed;
        this.loader = loader;
        this.bytesLeft = length;
        this.placesLeft = PLACES_PER_BYTE * length;
        this.sizes = new ReadSize(length);
        setObjectInputFilter(this::check);
        enableResolveObject(true);
    }

    /** Called before the object's hash is asked for by a set or map that holds it. */
    @Override
    protected Object resolveObject(Object read) throws IOException {
        if (!sizes.accepts(read)) {
            throw new InvalidObjectException("collections that share others without measure");
        }
        return read;
    }

    /** An array longer than the bytes it is read from is a lie: lengths are added up, so that many small lies count. */
    private ObjectInputFilter.Status check(ObjectInputFilter.FilterInfo info) {
        Class<?> type = info.serialClass();
        if (type != null && !allowed.allows(type)) {
            return ObjectInputFilter.Status.REJECTED;
        }
        if (type != null && info.arrayLength() >= 0) {
            count(type, info.arrayLength());
        }
        return bytesLeft < 0 || placesLeft < 0 ? ObjectInputFilter.Status.REJECTED : ObjectInputFilter.Status.ALLOWED;
    }

    private void count(Class<?> array, long length) {
        Integer bytes = BYTES_OF.get(array.getComponentType());
        if (bytes == null) {
            placesLeft -= length;
        } else {
            bytesLeft -= bytes * length;
        }
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        String name = description.getName();
        String element = elementOf(name);
        if (!element.isEmpty() && !allowed.allows(element)) {
            throw new InvalidClassException(allowed.refusal(element));
        }
        try {
            return Class.forName(name, false, loader);
        } catch (ClassNotFoundException e) {
            return super.resolveClass(description);
        }
    }

    /** The name of the class that an array is made of, empty for primitive ones; any other name as it is. */
    private static String elementOf(String name) {
        if (!name.startsWith("[")) {
            return name;
        }
        int start = name.lastIndexOf('[') + 1;
        return name.startsWith("L", start) && name.endsWith(";") ? name.substring(start + 1, name.length() - 1) : "";
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
        throw new InvalidClassException("a dynamic proxy is not allowed in a cache");
    }
}
