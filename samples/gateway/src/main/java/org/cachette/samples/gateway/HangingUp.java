package org.cachette.samples.gateway;

import org.glassfish.grizzly.http.server.HttpHandler;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Around Jersey: gives {@link BrokenAnswers} the means to end a connection. Request attributes are JAX-RS properties. */
class HangingUp extends HttpHandler {

    private final HttpHandler jersey;

    HangingUp(HttpHandler jersey) {
        this.jersey = jersey;
    }

    @Override
    public void service(Request request, Response response) throws Exception {
        Runnable hangUp = () -> {
            if (response.isCommitted()) {
                request.getContext().getConnection().terminateSilently();
            }
        };
        request.setAttribute(BrokenAnswers.HANG_UP, hangUp);
        // Grizzly has put its own there where it has asked for content by a 100 (Continue).
        response.getResponse().getHeaders().removeHeader("Date");
        jersey.service(request, response);
    }

    @Override
    public void start() {
        jersey.start();
    }

    @Override
    public void destroy() {
        jersey.destroy();
    }
}
