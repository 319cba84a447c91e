package org.cachette.cdi;

import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.InternalServerErrorException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.cachette.page.Declarations;
import org.cachette.page.Exchange;
import org.cachette.page.PageCache;
import org.cachette.page.PageLookup;
import org.cachette.page.PagePolicy;
import org.jspecify.annotations.Nullable;

/** Calls of methods whose pages are cached. Safe for use by several threads. */
final class PageMethods {

    private final CurrentMethod current;
    private final PageCache pages;
    private final PagePolicies policies;

    PageMethods(CurrentMethod current, PageCache pages, PagePolicies policies) {
        this.current = current;
        this.pages = pages;
        this.policies = policies;
    }

    /** A neutral value, with the stored response on the exchange; else what the method gives. */
    @Nullable
    Object fetchOrProceed(InvocationContext call) throws Exception {
        Exchange exchange = current.matched(call);
        if (exchange == null || exchange.lookup() != null) {
            return call.proceed();
        }
        PagePolicy policy = policies.find(call.getMethod(), call.getTarget().getClass());
        boolean isHit = pages.lookup(exchange, policy) instanceof PageLookup.Hit;
        current.tellAtEnd(exchange);
        return isHit ? NeutralValue.answer(call) : proceed(call, exchange);
    }

    /** An exception that is no answer is never stored, whatever an interceptor around us makes of it. */
    private @Nullable Object proceed(InvocationContext call, Exchange exchange) throws Exception {
        if (exchange.isAwaited()) {
            abandonWhenOver(exchange, call.getParameters());
        }
        try {
            Object result = call.proceed();
            return result instanceof CompletionStage<?> stage
                    ? toldOfFailure(exchange, stage, call.getMethod().getReturnType())
                    : result;
        } catch (WebApplicationException e) {
            throw e;
        } catch (Exception | Error e) {
            exchange.declare(Declarations::dontStore);
            exchange.abandon();
            if (pages.standsInFor(exchange, e)) {
                throw new InternalServerErrorException(e);
            }
            throw e;
        }
    }

    /** The stage itself where the method has to give one of a kind of its own: then the server may see a failure first. */
    private <T> CompletionStage<T> toldOfFailure(Exchange exchange, CompletionStage<T> stage, Class<?> returned) {
        boolean seesFailureFirst = returned.isAssignableFrom(CompletableFuture.class);
        CompletableFuture<T> told = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            if (failure == null) {
                told.complete(value);
            } else {
                if (seesFailureFirst && !(cause(failure) instanceof WebApplicationException)) {
                    exchange.declare(Declarations::dontStore);
                }
                exchange.abandon();
                told.completeExceptionally(failure);
            }
        });
        if (returned == CompletionStage.class) {
            return hidingFailure(exchange, told);
        }
        return seesFailureFirst ? told : stage;
    }

    private static Throwable cause(Throwable failure) {
        return failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
    }

    private <T> CompletionStage<T> hidingFailure(Exchange exchange, CompletionStage<T> stage) {
        return exchange.lookup() instanceof PageLookup.Miss miss && miss.entry() != null
                ? stage.exceptionallyCompose(failure -> CompletableFuture.failedStage(hidden(exchange, failure)))
                : stage;
    }

    private Throwable hidden(Exchange exchange, Throwable failure) {
        Throwable cause = cause(failure);
        return pages.standsInFor(exchange, cause) ? new InternalServerErrorException(cause) : failure;
    }

    /** A suspended request may end without an answer that passes our filters. */
    private static void abandonWhenOver(Exchange exchange, Object @Nullable [] parameters) {
        if (parameters != null) {
            CompletionCallback whenOver = failure -> exchange.abandon();
            for (Object parameter : parameters) {
                if (parameter instanceof AsyncResponse suspended) {
                    suspended.register(whenOver);
                }
            }
        }
    }
}
