package org.cachette.bench;

import java.util.List;

/** The servers on which a page is asked for over sockets. */
enum SocketStack {
    JERSEY(
            "Jersey on Grizzly",
            SocketSite.class,
            List.of("/org/jboss/resteasy/", "/io/undertow/", "/org/jboss/weld/servlet/")),
    RESTEASY(
            "RESTEasy on Undertow",
            RestEasySite.class,
            List.of("/org/glassfish/jersey/", "/org/glassfish/hk2/", "/org/glassfish/grizzly/", "/org/jboss/weld/se/"));

    private final String title;
    private final Class<?> main;
    private final List<String> others;

    SocketStack(String title, Class<?> main, List<String> others) {
        this.title = title;
        this.main = main;
        this.others = others;
    }

    String title() {
        return title;
    }

    /** What starts it, with the port as its argument. */
    Class<?> main() {
        return main;
    }

    /** The class path without what belongs to the others: one JAX-RS and one CDI container each. */
    ClassPath only(ClassPath all) {
        return all.lessThoseWith(others.toArray(String[]::new));
    }
}
