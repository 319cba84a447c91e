package org.cachette.downstream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests that get past the cache in front. */
@Provider
@PreMatching
@ApplicationScoped
public class Arrivals implements ContainerRequestFilter {

    private final AtomicInteger count = new AtomicInteger();

    int count() {
        return count.get();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        count.incrementAndGet();
    }
}
