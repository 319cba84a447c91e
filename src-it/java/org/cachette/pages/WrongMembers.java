package org.cachette.pages;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;

/** Resources whose annotations have members that cannot be. */
final class WrongMembers {

    private WrongMembers() {}

    @Path("/1")
    public static class PublicAndPrivate {

        @GET
        @CacheControl(isPublic = true, isPrivate = true)
        public String page() {
            return "";
        }
    }

    @Path("/2")
    @CacheControl(isPublic = true, isPrivate = true)
    public static class PublicAndPrivateClass {

        @GET
        public String page() {
            return "";
        }
    }

    @Path("/3")
    public static class UnknownCache {

        @GET
        @CachePage(value = 60, cache = "nowhere")
        public String page() {
            return "";
        }
    }

    @Path("/4")
    public static class NegativeTimeout {

        @GET
        @CachePage(-5)
        public String page() {
            return "";
        }
    }

    @Path("/5")
    public static class NegativeTimes {

        @GET
        @CacheControl(maxAge = -2, sMaxAge = -3, staleWhileRevalidate = -4, staleIfError = -5)
        public String page() {
            return "";
        }
    }

    @Path("/6")
    public static class NoDirective {

        @GET
        @CacheControl
        public String page() {
            return "";
        }
    }

    @Path("/7")
    public static class BadExtension {

        @GET
        @CacheControl(extensions = "a b=c")
        public String page() {
            return "";
        }
    }

    @Path("/8")
    public static class NoHeader {

        @GET
        @VaryOnHeaders({})
        public String page() {
            return "";
        }
    }

    @Path("/9")
    public static class BadHeaders {

        @GET
        @VaryOnHeaders({"", " ", "User Agent", "X:A", "Accept,Cookie"})
        public String page() {
            return "";
        }
    }

    @Path("/10")
    public static class BadCookies {

        @GET
        @VaryOnCookie({"", "a=b", "member"})
        public String page() {
            return "";
        }
    }

    @Path("/12")
    public static class BadTargets {

        @GET
        @CacheControl(targeted = "CDN-Cache-Control: max-age=\"60\"")
        public String page() {
            return "";
        }
    }

    @Path("/13")
    public static class BadGroups {

        @GET
        @CachePage(value = 60, groups = "naïve")
        public String page() {
            return "";
        }
    }

    /** A good one among the bad. */
    @Path("/11")
    public static class Good {

        @GET
        @CachePage(value = 0, groups = "news")
        @CacheControl(
                maxAge = 0,
                targeted = "CDN-Cache-Control: max-age=60",
                extensions = {"custom=456", "flag", "quoted=\"a, b\""})
        @VaryOnHeaders({"*", "X-!#$%&'*+-.^_`|~9"})
        @VaryOnCookie({"member", "__Host-id"})
        public String page() {
            return "";
        }
    }

    static Class<?>[] all() {
        return new Class<?>[] {
            PublicAndPrivate.class,
            PublicAndPrivateClass.class,
            UnknownCache.class,
            NegativeTimeout.class,
            NegativeTimes.class,
            NoDirective.class,
            BadExtension.class,
            NoHeader.class,
            BadHeaders.class,
            BadCookies.class,
            BadTargets.class,
            BadGroups.class,
            Good.class
        };
    }
}
