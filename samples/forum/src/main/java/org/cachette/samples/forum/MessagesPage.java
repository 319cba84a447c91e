package org.cachette.samples.forum;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.cachette.annotation.NeverCache;
import org.cachette.samples.forum.data.Letter;
import org.cachette.samples.forum.data.Letters;
import org.cachette.samples.forum.data.Member;
import org.jspecify.annotations.Nullable;

/** The visitor's own messages, which nobody keeps. */
@Path("/messages")
@RequestScoped
public class MessagesPage {

    private static final int LONGEST = 2000;

    @Inject
    Visitors visitors;

    @Inject
    Letters letters;

    @Inject
    Views views;

    @GET
    @Produces("text/html;charset=UTF-8")
    @NeverCache
    public String messages(
            @CookieParam("member") @Nullable String cookie,
            @QueryParam("page") @DefaultValue("1") String page,
            @Context UriInfo uri) {
        Rendering rendering = Rendering.begin(uri, cookie);
        int number = PageNumber.parse(page);
        Member visitor = visitors.visitor(cookie).orElse(null);
        List<Letter> found = visitor == null ? List.of() : letters.of(visitor, number);
        return views.html(
                "messages",
                rendering,
                Map.of(
                        "member",
                        visitor == null ? "" : visitor.getName(),
                        "number",
                        number,
                        "more",
                        found.size() == Letters.PAGE,
                        "letters",
                        found));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@CookieParam("member") @Nullable String cookie, Form form, @Context UriInfo uri) {
        Member author = visitors.visitor(cookie)
                .orElseThrow(() -> Refusal.forbidden("Only members send messages: log in first."));
        Member recipient = visitors.member(form.asMap().getFirst("to"));
        String text = Objects.requireNonNullElse(form.asMap().getFirst("text"), "");
        if (text.isBlank() || text.length() > LONGEST) {
            throw Refusal.badRequest("A message has between 1 and " + LONGEST + " characters.");
        }
        letters.send(author, recipient, text.strip());
        return backToMessages(uri);
    }

    @POST
    @Path("read")
    public Response readAll(@CookieParam("member") @Nullable String cookie, @Context UriInfo uri) {
        letters.readAll(reader(cookie));
        return backToMessages(uri);
    }

    @POST
    @Path("{id}/read")
    public Response read(
            @PathParam("id") String id, @CookieParam("member") @Nullable String cookie, @Context UriInfo uri) {
        Member reader = reader(cookie);
        if (!id.matches("[0-9]{1,18}") || !letters.read(reader, Long.parseLong(id))) {
            throw Refusal.notFound("There is no such message to you.");
        }
        return backToMessages(uri);
    }

    private Member reader(@Nullable String cookie) {
        return visitors.visitor(cookie)
                .orElseThrow(() -> Refusal.forbidden("Only members have messages: log in first."));
    }

    private static Response backToMessages(UriInfo uri) {
        return Response.seeOther(uri.getBaseUriBuilder().path("messages").build())
                .build();
    }
}
