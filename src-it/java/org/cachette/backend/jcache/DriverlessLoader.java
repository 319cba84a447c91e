package org.cachette.backend.jcache;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Our classes as they are where JCache is not on the class path. */
final class DriverlessLoader extends ClassLoader {

    DriverlessLoader(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("javax.cache.")) {
            throw new ClassNotFoundException(name);
        }
        Class<?> known = findLoadedClass(name);
        if (known != null || !name.startsWith("org.cachette.")) {
            return known != null ? known : super.loadClass(name, resolve);
        }
        byte[] bytes = bytes(name);
        return bytes == null ? super.loadClass(name, resolve) : defineClass(name, bytes, 0, bytes.length);
    }

    private byte @Nullable [] bytes(String name) throws ClassNotFoundException {
        try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
            return in == null ? null : in.readAllBytes();
        } catch (IOException e) {
            throw new ClassNotFoundException(name, e);
        }
    }
}
