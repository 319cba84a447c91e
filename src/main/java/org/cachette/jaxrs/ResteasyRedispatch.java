package org.cachette.jaxrs;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cachette.http.RequestHead;
import org.cachette.page.PageCache;
import org.jspecify.annotations.Nullable;

/**
 * RESTEasy's: its dispatcher takes requests made by hand. Reached by name, since RESTEasy and Jersey can't be compiled
 * against together without being run together.
 */
final class ResteasyRedispatch implements Redispatch {

    private static final String ROOT = "org.jboss.resteasy.";

    private final ResteasyExchanges exchanges;
    private final Class<?> dispatcherType;
    private final Method contextData;
    private final Method invoke;
    private final Method create;
    private final Method header;
    private final Method liveHeaders;
    private final Constructor<?> headersOf;
    private final Field headers;
    private final Method attribute;
    private final Constructor<?> waiting;
    private final Method waitWith;
    private final Constructor<?> newResponse;
    private final Method status;

    /** @throws ReflectiveOperationException where RESTEasy is another one than those known */
    ResteasyRedispatch(ClassLoader loader) throws ReflectiveOperationException {
        exchanges = new ResteasyExchanges(loader);
        Class<?> request = loader.loadClass(ROOT + "spi.HttpRequest");
        Class<?> response = loader.loadClass(ROOT + "spi.HttpResponse");
        Class<?> own = loader.loadClass(ROOT + "mock.MockHttpRequest");
        Class<?> ownResponse = loader.loadClass(ROOT + "mock.MockHttpResponse");
        dispatcherType = loader.loadClass(ROOT + "spi.Dispatcher");
        contextData = loader.loadClass(ROOT + "core.ResteasyContext").getMethod("getContextData", Class.class);
        invoke = dispatcherType.getMethod("invoke", request, response);
        create = own.getMethod("create", String.class, URI.class, URI.class);
        header = own.getMethod("header", String.class, String.class);
        liveHeaders = own.getMethod("getMutableHeaders");
        headersOf = loader.loadClass(ROOT + "specimpl.ResteasyHttpHeaders").getConstructor(MultivaluedMap.class);
        headers = own.getDeclaredField("httpHeaders");
        headers.setAccessible(true);
        attribute = own.getMethod("setAttribute", String.class, Object.class);
        waiting = loader.loadClass(ROOT + "core.SynchronousExecutionContext")
                .getConstructor(loader.loadClass(ROOT + "core.SynchronousDispatcher"), request, response);
        waitWith = own.getMethod("setAsynchronousContext", loader.loadClass(ROOT + "spi.ResteasyAsynchronousContext"));
        newResponse = ownResponse.getConstructor();
        status = ownResponse.getMethod("getStatus");
    }

    @Override
    public void register(FeatureContext context, CurrentExchange current, PageCache pages) {
        current.lookIn(exchanges);
    }

    @Override
    public @Nullable Callable<Integer> prepare(RequestHead head, URI base, Map<String, Object> properties) {
        try {
            Object dispatcher = contextData.invoke(null, dispatcherType);
            if (dispatcher == null) {
                return null;
            }
            Object request = create.invoke(null, head.method(), head.uri(), base);
            Object response = newResponse.newInstance();
            putHeaders(request, head);
            for (Map.Entry<String, Object> property : properties.entrySet()) {
                attribute.invoke(request, property.getKey(), property.getValue());
            }
            waitWith.invoke(request, waiting.newInstance(dispatcher, request, response));
            return () -> {
                invoke.invoke(dispatcher, request, response);
                return (Integer) status.invoke(response);
            };
        } catch (ReflectiveOperationException | IllegalArgumentException e) {
            throw new IllegalStateException("RESTEasy takes no request of our own", e);
        }
    }

    /** Some views of the headers are taken once, at first empty: they are made anew when all is there. */
    private void putHeaders(Object request, RequestHead head) throws ReflectiveOperationException {
        for (Map.Entry<String, List<String>> field : head.headers().entrySet()) {
            for (String line : field.getValue()) {
                header.invoke(request, field.getKey(), line);
            }
        }
        headers.set(request, headersOf.newInstance(liveHeaders.invoke(request)));
    }
}
