package org.cachette.pages;

import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.StreamingOutput;
import java.nio.charset.StandardCharsets;
import org.cachette.CurrentResponse;
import org.cachette.Fragments;
import org.cachette.Timeout;
import org.cachette.annotation.CachePage;
import org.cachette.http.CacheDirectives;
import org.jspecify.annotations.Nullable;

/** Pages with fragments: the news for all, the count of messages for each member. */
@Path("/fragments")
@Produces("text/plain")
public class FragmentPages {

    @Inject
    Runs runs;

    @Inject
    Fragments fragments;

    @Inject
    CurrentResponse response;

    @GET
    @Path("page")
    @CachePage(600)
    public String page(@CookieParam("member") @Nullable String member) {
        return "page " + runs.next() + ", " + news() + ", " + count(member);
    }

    @GET
    @Path("written")
    @CachePage(600)
    public StreamingOutput written(@CookieParam("member") @Nullable String member) {
        return out -> out.write(
                ("page " + runs.next() + ", " + news() + ", " + count(member)).getBytes(StandardCharsets.UTF_8));
    }

    @GET
    @Path("news/{page}")
    @CachePage(600)
    public String newsOnly(@PathParam("page") String page) {
        return page + " " + runs.next() + ", " + news();
    }

    @GET
    @Path("not-kept")
    @CachePage(600)
    public String notKept() {
        return fragments.render("not kept", Timeout.NONE, () -> "part " + runs.next());
    }

    @POST
    @Path("read")
    public void read(@CookieParam("member") String member) {
        fragments.invalidate("count", member);
    }

    private String news() {
        return fragments.render("news", Timeout.ofSeconds(300), () -> "news " + runs.next());
    }

    private String count(@Nullable String member) {
        return fragments.render(
                "count",
                Timeout.ofSeconds(120),
                () -> {
                    response.varyOnCookie("member");
                    if (member != null) {
                        response.cacheControl(
                                CacheDirectives.builder().isPrivate().build());
                    }
                    return "count of " + member + " " + runs.next();
                },
                member);
    }
}
