package org.cachette.jaxrs;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.cachette.CurrentResponse;
import org.cachette.http.CacheDirectives;
import org.cachette.http.TargetedField;
import org.cachette.page.Declarations;
import org.cachette.page.Exchange;

/** The response of the current exchange, for whoever injects it. */
@Dependent
class ExchangeResponse implements CurrentResponse {

    private final CurrentExchange current;

    @Inject
    ExchangeResponse(CurrentExchange current) {
        this.current = current;
    }

    @Override
    public void varyOn(String... headerNames) {
        declare(declarations -> declarations.varyOn(headerNames));
    }

    @Override
    public void varyOnCookie(String... cookieNames) {
        declare(declarations -> declarations.varyOnCookie(cookieNames));
    }

    @Override
    public void cacheControl(CacheDirectives directives) {
        declare(declarations -> declarations.cacheControl(directives));
    }

    @Override
    public void cacheControl(String field, CacheDirectives directives) {
        TargetedField targeted = new TargetedField(field, directives);
        declare(declarations ->
                declarations.cacheControl(CacheDirectives.builder().build(), List.of(targeted)));
    }

    @Override
    public void inGroups(String... groups) {
        declare(declarations -> declarations.inGroups(groups));
    }

    @Override
    public void neverCache() {
        declare(Declarations::neverCache);
    }

    @Override
    public void dontStore() {
        declare(Declarations::dontStore);
    }

    private void declare(Consumer<Declarations> saying) {
        exchange().declare(saying);
    }

    private Exchange exchange() {
        try {
            Exchange exchange = current.get();
            if (exchange == null) {
                throw new IllegalStateException(
                        "there is no response to speak of: no JAX-RS request is being answered here");
            }
            return exchange;
        } catch (ContextNotActiveException e) {
            throw new IllegalStateException(
                    "CurrentResponse is for the request's own thread, while a JAX-RS request is being answered", e);
        }
    }
}
