package org.cachette.pages;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;

/** What a filter notes about a request for those who answer it. */
@RequestScoped
public class RequestNote {

    private String text = "none";

    public String text() {
        return text;
    }

    public void take(String given) {
        text = given;
    }

    /** Notes the header of that name. */
    @Provider
    public static class Taker implements ContainerRequestFilter {

        @Inject
        RequestNote note;

        @Override
        public void filter(ContainerRequestContext request) {
            String given = request.getHeaderString("X-Note");
            if (given != null) {
                note.take(given);
            }
        }
    }
}
