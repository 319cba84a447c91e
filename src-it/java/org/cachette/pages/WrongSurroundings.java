package org.cachette.pages;

import jakarta.annotation.Priority;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Stereotype;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InterceptorBinding;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.cachette.annotation.CachePage;

/** Guards that would be skipped on a hit, since they run inside the page cache, and one that would not. */
final class WrongSurroundings {

    private WrongSurroundings() {}

    @InterceptorBinding
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Checked {}

    @Stereotype
    @Checked
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Members {}

    /** As one enabled in beans.xml: without a priority. */
    @Checked
    @Interceptor
    public static class InBeansXml {

        @AroundInvoke
        Object check(InvocationContext call) throws Exception {
            return call.proceed();
        }
    }

    @Checked
    @Interceptor
    @Priority(4901)
    public static class TooLate extends InBeansXml {}

    @Checked
    @Interceptor
    @Priority(4900)
    public static class AtTheSameTime extends InBeansXml {}

    @Checked
    @Interceptor
    @Priority(4899)
    public static class InTime extends InBeansXml {}

    public interface Greeting {

        String page();
    }

    @Decorator
    @Priority(1)
    public abstract static class Polite implements Greeting {

        @Inject
        @Delegate
        @Any
        Greeting greeting;

        @Override
        public String page() {
            return "please, " + greeting.page();
        }
    }

    @Path("/greeting")
    public static class Decorated implements Greeting {

        @GET
        @CachePage(60)
        @Override
        public String page() {
            return "hello";
        }
    }

    public interface Found<K, V> {

        V page(K key);
    }

    @Decorator
    @Priority(2)
    public abstract static class PoliteFinder implements Found<String, String> {

        @Inject
        @Delegate
        @Any
        Found<String, String> found;

        @Override
        public String page(String key) {
            return "please, " + found.page(key);
        }
    }

    @Path("/finding")
    public static class Finding implements Found<String, String> {

        @GET
        @CachePage(60)
        @Override
        public String page(@QueryParam("key") String key) {
            return "found";
        }
    }

    @Path("/guarded")
    public static class Guarded {

        @GET
        @Checked
        @CachePage(60)
        public String page() {
            return "guarded";
        }
    }

    @Path("/guarded-class")
    @Checked
    public static class GuardedClass {

        @GET
        @CachePage(60)
        public String page() {
            return "guarded";
        }
    }

    @Path("/members")
    @Members
    public static class GuardedByStereotype {

        @GET
        @CachePage(60)
        public String page() {
            return "guarded";
        }
    }

    @Path("/unguarded")
    public static class GuardedElsewhere {

        @GET
        @CachePage(60)
        public String page() {
            return "open";
        }

        @GET
        @Path("guarded")
        @Checked
        public String guarded() {
            return "guarded";
        }
    }

    public static class SelfGuarding {

        @AroundInvoke
        Object around(InvocationContext call) throws Exception {
            return call.proceed();
        }
    }

    @Path("/self-guarded")
    public static class SelfGuarded extends SelfGuarding {

        @GET
        @CachePage(60)
        public String page() {
            return "guarded";
        }
    }
}
