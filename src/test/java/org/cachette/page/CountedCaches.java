package org.cachette.page;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cachette.Cache;
import org.cachette.Caches;

/** Real caches whose operations are counted. */
record CountedCaches(Caches real, AtomicInteger operations) implements Caches {

    @Override
    public Cache get(String name) {
        Cache cache = real.get(name);
        return (Cache) Proxy.newProxyInstance(
                Cache.class.getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, arguments) -> {
                    operations.incrementAndGet();
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
