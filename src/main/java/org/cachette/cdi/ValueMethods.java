package org.cachette.cdi;

import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;
import org.cachette.annotation.Cached;
import org.cachette.value.CachedMethod;
import org.cachette.value.Change;
import org.cachette.value.InvalidatingMethod;
import org.cachette.value.Invalidations;
import org.cachette.value.ValueCache;
import org.jspecify.annotations.Nullable;

/** Calls of methods whose results are kept, and of those that make them outdated. Safe for use by several threads. */
final class ValueMethods {

    private static final String CHANGE = "org.cachette.change";

    private record Key(Class<?> beanClass, Method method) {}

    private final ValueCache values;
    private final Invalidations invalidations;
    private final Predicate<Class<?>> isBeanClass;
    private final ConcurrentMap<Key, CachedMethod> cached = new ConcurrentHashMap<>();
    private final ConcurrentMap<Method, InvalidatingMethod> invalidating = new ConcurrentHashMap<>();

    ValueMethods(ValueCache values, Invalidations invalidations, Predicate<Class<?>> isBeanClass) {
        this.values = values;
        this.invalidations = invalidations;
        this.isBeanClass = isBeanClass;
    }

    /** The result that is kept, else what the method gives. */
    @Nullable
    Object fetchOrProceed(InvocationContext call) throws Exception {
        if (!call.getMethod().isAnnotationPresent(Cached.class)) {
            return call.proceed();
        }
        Key key = new Key(beanClass(call), call.getMethod());
        CachedMethod method = cached.computeIfAbsent(key, each -> CachedMethod.of(each.method(), each.beanClass()));
        return values.get(method, call.getParameters(), call::proceed);
    }

    /** Around all: begins what is ended when all is done. */
    @Nullable
    Object surround(InvocationContext call) throws Exception {
        if (call.getContextData().containsKey(CHANGE)) {
            return call.proceed();
        }
        InvalidatingMethod method = invalidating.computeIfAbsent(call.getMethod(), InvalidatingMethod::of);
        Change change = invalidations.begin(method, call.getParameters());
        call.getContextData().put(CHANGE, change);
        Object result;
        try {
            result = call.proceed();
        } catch (Exception | Error e) {
            change.leave(null, false);
            throw e;
        } finally {
            call.getContextData().remove(CHANGE);
        }
        return change.leave(result, true);
    }

    /** Just around the method, which something in between may call again. */
    @Nullable
    Object reach(InvocationContext call) throws Exception {
        Object data = call.getContextData().get(CHANGE);
        if (!(data instanceof Change change)) {
            return call.proceed();
        }
        change.reachMethod();
        Object result = call.proceed();
        change.returned(call.getParameters());
        return result;
    }

    /** Without what a container made of it. */
    private Class<?> beanClass(InvocationContext call) {
        for (Class<?> each = call.getTarget().getClass(); each != null; each = each.getSuperclass()) {
            if (isBeanClass.test(each)) {
                return each;
            }
        }
        return call.getMethod().getDeclaringClass();
    }
}
