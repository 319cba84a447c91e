package org.cachette.samples.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.WriterInterceptor;
import jakarta.ws.rs.ext.WriterInterceptorContext;
import java.io.IOException;

/**
 * Hangs up when an answer breaks off that is on its way already. The server would end it as if it were whole, and
 * clients and other caches would take it for that, or the next answer for its rest.
 */
@Provider
@ApplicationScoped
public class BrokenAnswers implements WriterInterceptor {

    /** The property that holds a {@link Runnable}, which does nothing as long as nothing was sent. */
    static final String HANG_UP = "org.cachette.samples.gateway.hang-up";

    @Override
    public void aroundWriteTo(WriterInterceptorContext answer) throws IOException {
        boolean whole = false;
        try {
            answer.proceed();
            whole = true;
        } finally {
            if (!whole && answer.getProperty(HANG_UP) instanceof Runnable hangUp) {
                hangUp.run();
            }
        }
    }
}
