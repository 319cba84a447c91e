package org.cachette.samples.gateway;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** How long the origin may take, counted from when the last of the content moved. */
record Patience(Duration limit) {

    /** @throws HttpTimeoutException when it took longer */
    HttpResponse<InputStream> await(CompletableFuture<HttpResponse<InputStream>> answer, Upload upload)
            throws IOException, InterruptedException {
        while (true) {
            try {
                return answer.get(Math.max(1, limit.minus(upload.rest()).toNanos()), TimeUnit.NANOSECONDS);
            } catch (TimeoutException e) {
                if (upload.rest().compareTo(limit) >= 0) {
                    answer.cancel(true);
                    throw new HttpTimeoutException("no answer");
                }
            } catch (ExecutionException e) {
                throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
            }
        }
    }
}
