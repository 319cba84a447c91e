package org.cachette.bench;

import java.util.List;

/** The servers on which a page is asked for over sockets. */
enum SocketStack {
    JERSEY(
            "Jersey on Grizzly",
            SocketSite.class,
            List.of(),
            List.of(
                    "/org/jboss/resteasy/",
                    "/io/undertow/",
                    "/org/jboss/weld/servlet/",
                    "/grizzly-http-servlet/",
                    "/jersey-container-servlet-core/")),
    SERVLET(
            "Jersey as a servlet on Grizzly",
            SocketSite.class,
            List.of("servlet"),
            List.of("/org/jboss/resteasy/", "/io/undertow/", "/org/jboss/weld/servlet/")),
    RESTEASY(
            "RESTEasy on Undertow",
            RestEasySite.class,
            List.of(),
            List.of("/org/glassfish/jersey/", "/org/glassfish/hk2/", "/org/glassfish/grizzly/", "/org/jboss/weld/se/"));

    private final String title;
    private final Class<?> main;
    private final List<String> arguments;
    private final List<String> others;

    SocketStack(String title, Class<?> main, List<String> arguments, List<String> others) {
        this.title = title;
        this.main = main;
        this.arguments = arguments;
        this.others = others;
    }

    String title() {
        return title;
    }

    /** What starts it, with the port as its first argument. */
    Class<?> main() {
        return main;
    }

    /** Its other arguments. */
    List<String> arguments() {
        return arguments;
    }

    /** The class path without what belongs to the others: one JAX-RS and one CDI container each. */
    ClassPath only(ClassPath all) {
        return all.lessThoseWith(others.toArray(String[]::new));
    }
}
