package org.cachette.server.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the calls of each resource method since the deployment. */
@ApplicationScoped
public class Calls {

    private final Map<String, AtomicInteger> calls = new ConcurrentHashMap<>();

    /** The number of this call of the named method, from 1. */
    public int next(String method) {
        return calls.computeIfAbsent(method, name -> new AtomicInteger()).incrementAndGet();
    }

    /** How often the named method was called. */
    public int count(String method) {
        return calls.getOrDefault(method, new AtomicInteger()).get();
    }

    /** What methods answer that have nothing else to say. */
    public String answer(String method) {
        return method + ", call " + next(method);
    }
}
