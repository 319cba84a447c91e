package org.cachette.backend;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** One run of some actors. Whoever comes to a step last, so that all stand, says who goes on. */
final class Play {

    private static final int LOOKS_UNTIL_STUCK = 5;
    private static final long MILLIS_BETWEEN_LOOKS = 1;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Actor> actors = new ArrayList<>();
    private final ToIntFunction<Choice> choice;
    private @Nullable Actor last;

    /**
     * What there is to choose from.
     *
     * @param actors how many could go on
     * @param firstGoesOn whether the first of them made the last step
     */
    record Choice(int actors, boolean firstGoesOn) {}

    /** Its fields are guarded by the play. */
    private static final class Actor {

        private final Runnable script;
        private final Semaphore go = new Semaphore(0);
        private @Nullable Thread thread;
        private boolean stands;
        private boolean ended;
        private @Nullable Throwable failure;

        Actor(Runnable script) {
            this.script = script;
        }

        /** Waits for something else than its turn. */
        boolean isStuck() {
            if (go.availablePermits() > 0) {
                return false;
            }
            Thread.State state = thread == null ? Thread.State.NEW : thread.getState();
            return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
        }
    }

    Play(List<Runnable> scripts, ToIntFunction<Choice> choice) {
        scripts.forEach(script -> actors.add(new Actor(script)));
        this.choice = choice;
    }

    /** Until all have ended. */
    void perform(Executor threads) {
        actors.forEach(actor -> threads.execute(() -> act(actor)));
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int looks = 0;
        while (!haveAllEnded()) {
            looks = areTheOthersStuck() ? looks + 1 : 0;
            if (looks == LOOKS_UNTIL_STUCK) {
                looks = 0;
                passOn();
            }
            if (System.nanoTime() > deadline) {
                throw new AssertionError("all wait for each other");
            }
        }
        for (Actor actor : actors) {
            if (actor.failure != null) {
                throw new AssertionError(actor.failure.toString(), actor.failure);
            }
        }
    }

    private void act(Actor actor) {
        synchronized (this) {
            actor.thread = Thread.currentThread();
        }
        try {
            stand(actor);
            actor.script.run();
        } catch (Throwable e) {
            actor.failure = e;
        } finally {
            end(actor);
        }
    }

    void step() {
        for (Actor actor : actors) {
            if (actor.thread == Thread.currentThread()) {
                stand(actor);
            }
        }
    }

    private void stand(Actor actor) {
        synchronized (this) {
            actor.stands = true;
            if (doAllStand()) {
                passOn();
            }
        }
        actor.go.acquireUninterruptibly();
    }

    private synchronized void end(Actor actor) {
        actor.ended = true;
        if (doAllStand()) {
            passOn();
        }
        notifyAll();
    }

    private boolean doAllStand() {
        return actors.stream().allMatch(actor -> actor.stands || actor.ended);
    }

    /** The turn goes to one of those who stand. */
    private synchronized void passOn() {
        List<Actor> ready = new ArrayList<>(
                actors.stream().filter(actor -> actor.stands && !actor.ended).toList());
        if (ready.isEmpty()) {
            return;
        }
        boolean goesOn = ready.remove(last);
        if (goesOn) {
            ready.add(0, last);
        }
        Actor next = ready.get(choice.applyAsInt(new Choice(ready.size(), goesOn)));
        last = next;
        next.stands = false;
        next.go.release();
    }

    private synchronized boolean haveAllEnded() {
        return actors.stream().allMatch(actor -> actor.ended);
    }

    /** Whether somebody stands and the others wait for what only he can do; looked at from time to time. */
    @SuppressWarnings("WaitNotInLoop") // It is called in a loop, and looks each time.
    private synchronized boolean areTheOthersStuck() {
        try {
            if (!haveAllEnded()) {
                wait(MILLIS_BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
        return !doAllStand() && actors.stream().allMatch(actor -> actor.ended || actor.stands || actor.isStuck());
    }
}
