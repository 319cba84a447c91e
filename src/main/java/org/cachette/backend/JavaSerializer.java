package org.cachette.backend;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamException;
import java.util.Optional;
import org.cachette.CacheException;

/**
 * Java serialization behind an allow-list, which is asked when writing and when reading: a class that could not be read
 * is refused when it is set, and bytes that somebody planted in the store make no objects of other classes.
 */
public final class JavaSerializer implements Serializer {

    private final AllowList allowed;
    private final ClassLoader loader;

    /** Makes objects of the loader's classes. */
    public JavaSerializer(AllowList allowed, ClassLoader loader) {
        this.allowed = allowed;
        this.loader = loader;
    }

    /** Why objects of that very class can't be written; empty when they can, as far as the class tells. */
    public Optional<String> refusal(Class<?> type) {
        return allowed.allows(type) ? Optional.empty() : Optional.of(allowed.refusal(type.getName()));
    }

    @Override
    public byte[] toBytes(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (ObjectOutputStream out = new AllowedOutput(bytes, allowed)) {
            out.writeObject(value);
        } catch (NotSerializableException e) {
            throw new CacheException(
                    "class " + e.getMessage() + " is not serialisable: let it implement java.io.Serializable, or set"
                            + " cachette.caches.<name>.serializer=json",
                    e);
        } catch (IOException e) {
            throw new CacheException("a value of " + value.getClass().getName() + " cannot be written: " + e, e);
        }
        return bytes.toByteArray();
    }

    @Override
    public Object fromBytes(byte[] bytes) {
        try (AllowedInput in = new AllowedInput(new ByteArrayInputStream(bytes), bytes.length, allowed, loader)) {
            return in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new UnreadableEntryException(e.toString(), e);
        }
    }

    /**
     * Sees each class, and each superclass that is serialisable, before an object of it is written. When writing fails,
     * Java writes the reason too, which is then about to be thrown and not to be refused.
     */
    private static final class AllowedOutput extends ObjectOutputStream {

        private final AllowList allowed;
        private boolean failing;

        AllowedOutput(ByteArrayOutputStream out, AllowList allowed) throws IOException {
            super(out);
            this.allowed = allowed;
        }

        @Override
        protected void annotateClass(Class<?> type) {
            failing |= ObjectStreamException.class.isAssignableFrom(type);
            if (!failing && !allowed.allows(type)) {
                throw new CacheException(allowed.refusal(type.getName()));
            }
        }

        @Override
        protected void annotateProxyClass(Class<?> type) {
            throw new CacheException("a dynamic proxy is not allowed in a cache: set the value behind it");
        }
    }
}
