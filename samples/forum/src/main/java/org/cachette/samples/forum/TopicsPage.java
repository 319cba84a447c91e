package org.cachette.samples.forum;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.cachette.annotation.CachePage;
import org.cachette.samples.forum.data.TopicOrder;
import org.cachette.samples.forum.data.Topics;
import org.jspecify.annotations.Nullable;

/** The list of topics: each page of each order is kept apart, since the query belongs to the key. */
@Path("/topics")
@RequestScoped
public class TopicsPage {

    @Inject
    Topics topics;

    @Inject
    Views views;

    @GET
    @Produces("text/html;charset=UTF-8")
    @CachePage(60)
    public String topics(
            @QueryParam("page") @DefaultValue("1") String page,
            @QueryParam("sort") @DefaultValue("newest") String sort,
            @CookieParam("member") @Nullable String cookie,
            @Context UriInfo uri) {
        Rendering rendering = Rendering.begin(uri, cookie);
        int number = PageNumber.parse(page);
        TopicOrder order = order(sort);
        return views.html(
                "topics",
                rendering,
                Map.of(
                        "number",
                        number,
                        "pages",
                        (topics.count() + Topics.PAGE - 1) / Topics.PAGE,
                        "sort",
                        sort,
                        "sorts",
                        Arrays.stream(TopicOrder.values()).map(TopicsPage::name).toList(),
                        "topics",
                        topics.list(order, number)));
    }

    private static TopicOrder order(String sort) {
        return Arrays.stream(TopicOrder.values())
                .filter(order -> name(order).equals(sort))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.badRequest("The order is “" + sort + "”: expected newest, active, answers or title."));
    }

    private static String name(TopicOrder order) {
        return order.name().toLowerCase(Locale.ROOT);
    }
}
