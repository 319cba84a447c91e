package org.cachette.server.app;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletRequestAttributeEvent;
import jakarta.servlet.ServletRequestAttributeListener;
import jakarta.servlet.annotation.WebListener;
import java.util.concurrent.atomic.AtomicInteger;

/** Counts the requests in which JAX-RS asked the first filter of Cachette: those that reached JAX-RS. */
@WebListener
public class AskedRequests implements ServletContextListener, ServletRequestAttributeListener {

    private static final String NAME = AskedRequests.class.getName();

    @Override
    public void contextInitialized(ServletContextEvent event) {
        event.getServletContext().setAttribute(NAME, new AtomicInteger());
    }

    @Override
    public void attributeAdded(ServletRequestAttributeEvent event) {
        if (event.getName().equals("org.cachette.exchange")) {
            counter(event.getServletContext()).incrementAndGet();
        }
    }

    static int count(ServletRequest request) {
        return counter(request.getServletContext()).get();
    }

    private static AtomicInteger counter(ServletContext application) {
        return (AtomicInteger) application.getAttribute(NAME);
    }
}
