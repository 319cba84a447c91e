package org.cachette.embedded;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigProviderResolver;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/** A MicroProfile Config of some values and no others, for one application: it belongs to a class loader of its own. */
public final class PrivateConfig implements AutoCloseable {

    private final ClassLoader loader = new URLClassLoader(new URL[0], PrivateConfig.class.getClassLoader());
    private final Config config;

    public PrivateConfig(Map<String, String> values) {
        ConfigProviderResolver resolver = ConfigProviderResolver.instance();
        config = resolver.getBuilder()
                .forClassLoader(loader)
                .withSources(new Values(Map.copyOf(values)))
                .build();
        resolver.registerConfig(config, loader);
    }

    /** What threads of the application have as their context class loader. */
    public ClassLoader loader() {
        return loader;
    }

    /** Runs code as the application: {@code ConfigProvider.getConfig()} gives the values of this configuration. */
    public <T> T call(Supplier<T> code) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return code.get();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Override
    public void close() {
        ConfigProviderResolver.instance().releaseConfig(config);
    }

    private record Values(Map<String, String> values) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "the test's own values";
        }
    }
}
