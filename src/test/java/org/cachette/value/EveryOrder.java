package org.cachette.value;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Plays actors against each other in every order of their steps, or every order with so many interruptions at most: one
 * makes a step while all others stand still, and each time that there is a choice, every choice is made in one of the
 * runs. Actors that wait for each other are passed over until they go on.
 */
@SuppressWarnings({"ThreadLocalUsage", "ThreadPriorityCheck"}) // Threads are what it is about.
final class EveryOrder {

    private static final int LOOKS_UNTIL_WAITING = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final ThreadLocal<@Nullable Actor> self = new ThreadLocal<>();
    private final List<Integer> choices = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final int mostInterruptions;
    private int runs;

    /** @param mostInterruptions how often in a run an actor that could go on is held up for another one */
    EveryOrder(int mostInterruptions) {
        this.mostInterruptions = mostInterruptions;
    }

    private static final class Actor {

        private final Semaphore go = new Semaphore(0);
        private volatile boolean atStep;
        private volatile boolean resumed;
        private volatile boolean ended;
        private volatile @Nullable Throwable failure;
        private volatile @Nullable Thread thread;

        boolean waits() {
            Thread running = thread;
            Thread.State state = running == null ? Thread.State.NEW : running.getState();
            return state == Thread.State.BLOCKED || state == Thread.State.WAITING;
        }
    }

    /** Where an actor may be held up; does nothing on other threads. */
    void step() {
        Actor actor = self.get();
        if (actor != null) {
            actor.atStep = true;
            actor.go.acquireUninterruptibly();
            actor.resumed = true;
        }
    }

    /**
     * Plays.
     *
     * @param scenario makes the actors of one run
     * @param afterwards what holds after each run
     * @return how many orders there were
     */
    int play(Supplier<List<Runnable>> scenario, Runnable afterwards) {
        do {
            runs++;
            run(scenario.get());
            try {
                afterwards.run();
            } catch (AssertionError e) {
                throw new AssertionError("after order " + choices + ": " + e.getMessage(), e);
            }
        } while (next());
        return runs;
    }

    private void run(List<Runnable> scenario) {
        widths.clear();
        List<Actor> actors = scenario.stream().map(this::started).toList();
        Actor last = null;
        int interruptions = 0;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        int decision = 0;
        while (true) {
            List<Actor> ready = settled(actors);
            if (ready.isEmpty() && actors.stream().anyMatch(actor -> !actor.ended) && System.nanoTime() < deadline) {
                continue;
            }
            if (ready.isEmpty()) {
                break;
            }
            boolean goesOn = ready.remove(last);
            if (goesOn) {
                ready.add(0, last);
            }
            int choice = 0;
            if (ready.size() > 1 && !(goesOn && interruptions == mostInterruptions)) {
                if (decision == choices.size()) {
                    choices.add(0);
                }
                choice = Math.min(choices.get(decision), ready.size() - 1);
                widths.add(ready.size());
                decision++;
            }
            Actor next = ready.get(choice);
            interruptions += goesOn && choice > 0 ? 1 : 0;
            last = next;
            next.atStep = false;
            next.resumed = false;
            next.go.release();
            while (!next.resumed) {
                Thread.onSpinWait();
            }
        }
        while (choices.size() > widths.size()) {
            choices.remove(choices.size() - 1);
        }
        for (Actor actor : actors) {
            if (actor.failure != null) {
                throw new AssertionError("in order " + choices + ": " + actor.failure, actor.failure);
            }
            if (!actor.ended) {
                throw new AssertionError("in order " + choices + ": all wait for each other");
            }
        }
    }

    private Actor started(Runnable script) {
        Actor actor = new Actor();
        Thread thread = new Thread(() -> {
            self.set(actor);
            try {
                step();
                script.run();
            } catch (Throwable e) {
                actor.failure = e;
            } finally {
                actor.ended = true;
            }
        });
        actor.thread = thread;
        thread.setDaemon(true);
        thread.start();
        return actor;
    }

    /** Those who are before a step, once nobody moves. */
    private static List<Actor> settled(List<Actor> actors) {
        for (int looks = 0; looks < LOOKS_UNTIL_WAITING; ) {
            boolean moving = false;
            boolean waiting = false;
            for (Actor actor : actors) {
                boolean stands = actor.ended || actor.atStep;
                waiting |= !stands && actor.waits();
                moving |= !stands && !actor.waits();
            }
            if (!moving && !waiting) {
                break;
            }
            looks = moving ? 0 : looks + 1;
            Thread.yield();
        }
        return new ArrayList<>(
                actors.stream().filter(actor -> actor.atStep && !actor.ended).toList());
    }

    /** The next order; false after the last. */
    private boolean next() {
        while (!choices.isEmpty()) {
            int last = choices.size() - 1;
            if (choices.get(last) + 1 < widths.get(last)) {
                choices.set(last, choices.get(last) + 1);
                return true;
            }
            choices.remove(last);
        }
        return false;
    }
}
