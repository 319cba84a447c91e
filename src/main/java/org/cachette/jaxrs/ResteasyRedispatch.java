package org.cachette.jaxrs;

import java.lang.reflect.Method;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.cachette.http.RequestHead;
import org.jspecify.annotations.Nullable;

/**
 * RESTEasy's: its dispatcher takes requests made by hand. Reached by name, since RESTEasy and Jersey can't be compiled
 * against together without being run together.
 */
final class ResteasyRedispatch implements Redispatch {

    private final Class<?> dispatcherType;
    private final Method contextData;
    private final Method invoke;
    private final Method create;
    private final Method header;
    private final Method attribute;
    private final Class<?> responseType;
    private final Method status;

    /** @throws ReflectiveOperationException where RESTEasy is another one than those known */
    ResteasyRedispatch(ClassLoader loader) throws ReflectiveOperationException {
        String root = "org.jboss.resteasy.";
        dispatcherType = loader.loadClass(root + "spi.Dispatcher");
        Class<?> requestType = loader.loadClass(root + "mock.MockHttpRequest");
        responseType = loader.loadClass(root + "mock.MockHttpResponse");
        contextData = loader.loadClass(root + "core.ResteasyContext").getMethod("getContextData", Class.class);
        invoke = dispatcherType.getMethod(
                "invoke", loader.loadClass(root + "spi.HttpRequest"), loader.loadClass(root + "spi.HttpResponse"));
        create = requestType.getMethod("create", String.class, URI.class, URI.class);
        header = requestType.getMethod("header", String.class, String.class);
        attribute = requestType.getMethod("setAttribute", String.class, Object.class);
        status = responseType.getMethod("getStatus");
    }

    @Override
    public @Nullable Callable<Integer> prepare(RequestHead head, URI base, Map<String, Object> properties) {
        try {
            Object dispatcher = contextData.invoke(null, dispatcherType);
            if (dispatcher == null) {
                return null;
            }
            Object request = create.invoke(null, head.method(), head.uri(), base);
            for (Map.Entry<String, List<String>> field : head.headers().entrySet()) {
                for (String line : field.getValue()) {
                    header.invoke(request, field.getKey(), line);
                }
            }
            for (Map.Entry<String, Object> property : properties.entrySet()) {
                attribute.invoke(request, property.getKey(), property.getValue());
            }
            Object response = responseType.getConstructor().newInstance();
            return () -> {
                invoke.invoke(dispatcher, request, response);
                return (Integer) status.invoke(response);
            };
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("RESTEasy takes no request of our own", e);
        }
    }
}
