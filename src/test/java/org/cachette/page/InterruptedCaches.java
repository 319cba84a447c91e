package org.cachette.page;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Set;
import org.cachette.Cache;
import org.cachette.Caches;

/**
 * Real caches whose n-th operation is held up while another actor does something to the same cache, so that each
 * interleaving can be played.
 */
public final class InterruptedCaches implements Caches {

    private final Caches real;
    private final Runnable other;
    private int operationsBefore;

    /** @param operationsBefore how many operations the first actor does before the other acts */
    public InterruptedCaches(Caches real, int operationsBefore, Runnable other) {
        this.real = real;
        this.operationsBefore = operationsBefore;
        this.other = other;
    }

    @Override
    public Cache get(String name) {
        Cache cache = real.get(name);
        return (Cache) Proxy.newProxyInstance(
                Cache.class.getClassLoader(), new Class<?>[] {Cache.class}, (proxy, method, arguments) -> {
                    if (operationsBefore-- == 0) {
                        other.run();
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

    /** Whether the other actor had its turn. */
    public boolean hasInterrupted() {
        return operationsBefore < 0;
    }
}
