package org.cachette.pages;

import jakarta.ejb.Asynchronous;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.sse.SseEventSink;
import java.util.concurrent.Future;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.Invalidates;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.glassfish.jersey.server.ChunkedOutput;

/** Uses of annotations on methods and classes where they cannot act. */
final class WrongPages {

    private WrongPages() {}

    @Path("/1")
    public static class Events {

        @GET
        @CachePage(60)
        public void page(@Context SseEventSink sink) {}
    }

    @Path("/2")
    public static class Chunked {

        @GET
        @CachePage(60)
        public ChunkedOutput<String> page() {
            return new ChunkedOutput<>(String.class);
        }
    }

    @Path("/3")
    public static class Silent {

        @GET
        @CachePage(60)
        public void page() {}
    }

    public interface Contract {

        @GET
        @CachePage(60)
        String page();
    }

    @Path("/4")
    public static class OnInterfaceMethod implements Contract {

        @Override
        public String page() {
            return "";
        }
    }

    @NeverCache
    public interface AnnotatedContract {

        @GET
        String page();
    }

    @Path("/5")
    public static class OnInterface implements AnnotatedContract {

        @Override
        public String page() {
            return "";
        }
    }

    @Path("/6")
    public static class Posted {

        @POST
        @CachePage(60)
        public String page() {
            return "";
        }
    }

    @Path("/7")
    public static class NoResourceMethod {

        @CachePage(60)
        public String page() {
            return "";
        }
    }

    @CachePage(60)
    public static class NoResourceClass {

        public String page() {
            return "";
        }
    }

    @Path("/8")
    public static class Locator {

        @Path("sub")
        @CachePage(60)
        public Object page() {
            return new Object();
        }
    }

    @Path("/9")
    public static class Unreachable {

        @GET
        public String page() {
            return byStatic() + byPrivate() + byPackage();
        }

        @VaryOnCookie
        static String byStatic() {
            return "";
        }

        @NeverCache
        private String byPrivate() {
            return "";
        }

        @CacheControl(maxAge = 5)
        String byPackage() {
            return "";
        }
    }

    @Path("/10")
    public static class Constrained {

        @GET
        @NotNull
        @CachePage(60)
        public String page() {
            return "";
        }
    }

    public interface ConstrainedContract {

        @GET
        @NotNull
        String page();
    }

    @Path("/11")
    public static class ConstrainedByInterface implements ConstrainedContract {

        @Override
        @CachePage(60)
        public String page() {
            return "";
        }
    }

    @Path("/12")
    public static class EjbAsynchronous {

        @GET
        @Asynchronous
        @CachePage(60)
        public Future<String> page() {
            throw new UnsupportedOperationException();
        }
    }

    @Asynchronous
    @Path("/13")
    public static class EjbAsynchronousClass {

        @GET
        @CachePage(60)
        public String page() {
            return "";
        }
    }

    @Path("/14")
    public static class Final {

        @GET
        @VaryOnHeaders("X-A")
        public final String page() {
            return "";
        }
    }

    @CachePage(60)
    @Path("/15")
    public static class Changing {

        @GET
        @Invalidates(page = "/other")
        public String page() {
            return "";
        }

        @GET
        @Invalidates(page = "/other")
        @Invalidates(key = "other")
        public String twice() {
            return "";
        }

        @GET
        @NeverCache
        @Invalidates(page = "/other")
        public String never() {
            return "";
        }

        @POST
        @Invalidates(page = "/other")
        public void change() {}
    }

    static Class<?>[] all() {
        return new Class<?>[] {
            Events.class,
            Chunked.class,
            Silent.class,
            OnInterfaceMethod.class,
            OnInterface.class,
            Posted.class,
            NoResourceMethod.class,
            NoResourceClass.class,
            Locator.class,
            Unreachable.class,
            Constrained.class,
            ConstrainedByInterface.class,
            EjbAsynchronous.class,
            EjbAsynchronousClass.class,
            Changing.class
        };
    }
}
