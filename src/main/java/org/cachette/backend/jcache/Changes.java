package org.cachette.backend.jcache;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import javax.cache.Cache;
import javax.cache.configuration.CacheEntryListenerConfiguration;
import javax.cache.configuration.CompleteConfiguration;
import javax.cache.configuration.FactoryBuilder;
import javax.cache.configuration.MutableCacheEntryListenerConfiguration;
import javax.cache.event.CacheEntryListener;

/** Those who want to hear of changes, and the one listener that hears for them in a provider's cache. */
final class Changes {

    private final List<Hearer> hearers = new CopyOnWriteArrayList<>();
    private final ChangeListener listener = new ChangeListener(this::tell);
    private final CacheEntryListenerConfiguration<Object, Object> registration =
            new MutableCacheEntryListenerConfiguration<>(
                    new FactoryBuilder.SingletonFactory<CacheEntryListener<Object, Object>>(listener),
                    null,
                    false,
                    false);

    private record Hearer(Consumer<String> changed, Runnable everythingChanged) {}

    void add(Consumer<String> changed, Runnable everythingChanged) {
        hearers.add(new Hearer(changed, everythingChanged));
    }

    /** From now on. Whatever came before went unheard. */
    void hear(Cache<Object, Object> cache) {
        if (!hearers.isEmpty()) {
            leave(cache);
            cache.registerCacheEntryListener(registration);
            hearers.forEach(hearer -> hearer.everythingChanged().run());
        }
    }

    /** Infinispan fails where there is nothing to leave. */
    @SuppressWarnings("unchecked") // a class has no type arguments
    void leave(Cache<Object, Object> cache) {
        for (Object known : cache.getConfiguration(CompleteConfiguration.class).getCacheEntryListenerConfigurations()) {
            if (registration.equals(known)) {
                cache.deregisterCacheEntryListener(registration);
                return;
            }
        }
    }

    private void tell(Object key) {
        if (key instanceof String known) {
            String fullKey = ProviderKeys.fullKey(known);
            hearers.forEach(hearer -> hearer.changed().accept(fullKey));
        }
    }
}
