package org.cachette.value;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Stages that complete after something was done about it. */
final class Stages {

    private Stages() {}

    /** A stage that ends as that one, with its very failure, once the action is done. */
    @SuppressWarnings("FutureReturnValueIgnored") // what comes after the action is the result
    static <T extends @Nullable Object> CompletableFuture<T> before(
            CompletionStage<T> stage, BiConsumer<? super T, ? super @Nullable Throwable> action) {
        CompletableFuture<T> told = new CompletableFuture<>();
        stage.whenComplete((value, failure) -> {
            try {
                action.accept(value, failure);
            } finally {
                if (failure == null) {
                    told.complete(value);
                } else {
                    told.completeExceptionally(failure);
                }
            }
        });
        return told;
    }
}
