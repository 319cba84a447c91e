package org.cachette.jaxrs;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.function.Supplier;
import org.cachette.page.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * The exchange of the request that RESTEasy answers on this thread; null where it answers none. Reached by name, for the
 * reason given at {@link ResteasyRedispatch}. Immutable.
 */
final class ResteasyExchanges implements Supplier<@Nullable Exchange> {

    private final MethodHandle request;
    private final MethodHandle attribute;

    /** @throws ReflectiveOperationException where RESTEasy is another one than those known */
    ResteasyExchanges(ClassLoader loader) throws ReflectiveOperationException {
        Class<?> type = loader.loadClass("org.jboss.resteasy.spi.HttpRequest");
        MethodHandles.Lookup lookup = MethodHandles.publicLookup();
        request = lookup.unreflect(loader.loadClass("org.jboss.resteasy.core.ResteasyContext")
                        .getMethod("getContextData", Class.class))
                .bindTo(type);
        attribute = MethodHandles.insertArguments(
                lookup.unreflect(type.getMethod("getAttribute", String.class)), 1, Exchanges.PROPERTY);
    }

    @Override
    public @Nullable Exchange get() {
        try {
            Object atHand = request.invoke();
            return atHand == null ? null : Exchanges.of(attribute.invoke(atHand));
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("RESTEasy does not tell which request it answers", e);
        }
    }
}
