package org.cachette.value;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.cachette.Cache;
import org.cachette.Caches;

/** Real caches, each of whose operations is a step. */
record SteppedCaches(Caches real, EveryOrder order) implements Caches {

    @Override
    public Cache get(String name) {
        Cache cache = real.get(name);
        return (Cache) Proxy.newProxyInstance(
                Cache.class.getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, arguments) -> {
                    if (!method.getName().equals("name")) {
                        order.step();
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
