package org.cachette.backend;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.BiConsumer;
import org.cachette.Cache;
import org.cachette.Caches;

/**
 * Real caches; before each operation of one something else is done: it is counted, say, or the caller is held up.
 *
 * @param before is given the operation's name, and its first argument: the key, where it has one
 */
public record WatchedCaches(Caches real, BiConsumer<String, Object> before) implements Caches {

    /** As the other, where it is no matter which operation it is. */
    public WatchedCaches(Caches real, Runnable before) {
        this(real, (operation, key) -> before.run());
    }

    @Override
    public Cache get(String name) {
        Cache cache = real.get(name);
        return (Cache) Proxy.newProxyInstance(
                Cache.class.getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("name")) {
                        before.accept(method.getName(), arguments == null ? "" : arguments[0]);
                    }
                    try {
                        return method.invoke(cache, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    @Override
    public Cache getDefault() {
        return get("default");
    }

    @Override
    public Set<String> names() {
        return real.names();
    }
}
