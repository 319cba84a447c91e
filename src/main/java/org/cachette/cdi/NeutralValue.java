package org.cachette.cdi;

import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.Response;
import java.lang.reflect.Array;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/** What a method returns when its stored response takes the place of its result. */
final class NeutralValue {

    private NeutralValue() {}

    /** The neutral value of the method's return type; a suspended response is resumed. */
    static @Nullable Object answer(InvocationContext call) {
        Object[] parameters = call.getParameters();
        if (parameters != null) {
            for (Object parameter : parameters) {
                if (parameter instanceof AsyncResponse suspended) {
                    suspended.resume(Response.noContent().build());
                }
            }
        }
        return of(call.getMethod().getReturnType());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // it is complete; the server waits for it
    static @Nullable Object of(Class<?> returnType) {
        if (returnType == void.class) {
            return null;
        }
        if (returnType.isPrimitive()) {
            return Array.get(Array.newInstance(returnType, 1), 0);
        }
        if (CompletionStage.class.isAssignableFrom(returnType)
                && returnType.isAssignableFrom(CompletableFuture.class)) {
            return CompletableFuture.completedFuture(null);
        }
        return returnType.isAssignableFrom(Response.class) && returnType != Object.class
                ? Response.noContent().build()
                : null;
    }
}
