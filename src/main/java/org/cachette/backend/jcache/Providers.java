package org.cachette.backend.jcache;

import java.util.Iterator;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import javax.cache.spi.CachingProvider;
import org.cachette.backend.BackendSettings;
import org.jspecify.annotations.Nullable;

/** The JCache providers that a class loader sees. */
record Providers(ClassLoader loader) {

    private static final System.Logger LOG = System.getLogger(Providers.class.getName());

    static final String EXAMPLES = "com.hazelcast:hazelcast, org.infinispan:infinispan-jcache or org.ehcache:ehcache";

    /** Their class names; none is made yet. Those that cannot be loaded are none. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        Iterator<ServiceLoader.Provider<CachingProvider>> providers =
                ServiceLoader.load(CachingProvider.class, loader).stream().iterator();
        boolean more = true;
        while (more) {
            try {
                more = providers.hasNext();
                if (more) {
                    names.add(providers.next().type().getName());
                }
            } catch (ServiceConfigurationError e) {
                LOG.log(System.Logger.Level.DEBUG, "A JCache provider that cannot be loaded", e);
            }
        }
        return names;
    }

    /** An instance of that class, which need not be among the names; null, with the problem noted, if there is none. */
    @Nullable
    CachingProvider make(String className, BackendSettings settings) {
        try {
            return Class.forName(className, true, loader)
                    .asSubclass(CachingProvider.class)
                    .getConstructor()
                    .newInstance();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            settings.problems()
                    .add(
                            settings.setting("options.provider") + " is \"" + className
                                    + "\": expected the class name of a " + CachingProvider.class.getName()
                                    + ", such as " + String.join(", ", names()) + " (" + e + ")",
                            e);
            return null;
        }
    }
}
