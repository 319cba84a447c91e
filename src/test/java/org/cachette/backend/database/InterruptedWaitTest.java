package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
final class InterruptedWaitTest implements ConnectionSource {

    private final Database database = new Database(this, new Limits(100, 3, 20_000, 1, true));

    @Override
    public String unit() {
        return "unit";
    }

    @Override
    public Opened open() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:h2:mem:");
        return new Opened() {
            @Override
            public Connection connection() {
                return connection;
            }

            @Override
            public void giveBack(boolean broken) throws SQLException {
                connection.close();
            }
        };
    }

    private void holdTheOnlyConnection(CountDownLatch held, CountDownLatch released) {
        database.run(
                lease -> {
                    held.countDown();
                    try {
                        return released.await(20, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        throw new SQLException(e);
                    }
                },
                database.deadline());
    }

    private String interruptedAtWorkAndAfterwards() {
        boolean atWork = database.run(lease -> Thread.currentThread().isInterrupted(), database.deadline());
        return atWork + " " + Thread.currentThread().isInterrupted();
    }

    @Test
    void whoIsInterruptedWhileHeWaitsForAConnectionGetsItAndIsSoAfterwards() throws InterruptedException {
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch released = new CountDownLatch(1);
        Thread holder = new Thread(() -> holdTheOnlyConnection(held, released));
        holder.start();
        held.await();
        CompletableFuture<String> seen = new CompletableFuture<>();
        Thread waiter = new Thread(() -> {
            try {
                seen.complete(interruptedAtWorkAndAfterwards());
            } catch (RuntimeException e) {
                seen.completeExceptionally(e);
            }
        });
        waiter.start();
        awaitWaiting(waiter);
        waiter.interrupt();
        while (waiter.isInterrupted()) {
            Thread.onSpinWait();
        }
        awaitWaiting(waiter);
        released.countDown();
        waiter.join();
        holder.join();

        assertThat(seen).isCompletedWithValue("false true");
    }

    private static void awaitWaiting(Thread thread) {
        while (thread.getState() != Thread.State.TIMED_WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
    }
}
