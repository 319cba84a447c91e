package org.cachette.samples.forum;

/** The number of a page of a list, counted from 1. */
class PageNumber {

    private PageNumber() {}

    /** Not left to the server, which answers 404 to a parameter that is no number. */
    static int parse(String page) {
        if (!page.matches("[1-9][0-9]{0,8}")) {
            throw Refusal.badRequest("The page is “" + page + "”: expected a whole number from 1 on.");
        }
        return Integer.parseInt(page);
    }
}
