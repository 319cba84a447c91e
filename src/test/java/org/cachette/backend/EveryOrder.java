package org.cachette.backend;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Plays actors against each other in every order of their steps, or every order with so many interruptions at most: one
 * makes a step while all others stand still, and each time that there is a choice, every choice is made in one of the
 * runs. Actors that wait for each other are passed over until they go on.
 */
public final class EveryOrder {

    private final List<Integer> choices = new ArrayList<>();
    private final List<Integer> widths = new ArrayList<>();
    private final int mostInterruptions;
    private int interruptions;
    private volatile Play play = new Play(List.of(), ready -> 0);

    /** With any number of interruptions. */
    public EveryOrder() {
        this(Integer.MAX_VALUE);
    }

    /** @param mostInterruptions how often in a run an actor that could go on is held up for another one */
    public EveryOrder(int mostInterruptions) {
        this.mostInterruptions = mostInterruptions;
    }

    /** Where an actor may be held up; does nothing on other threads. */
    public void step() {
        play.step();
    }

    /**
     * Plays.
     *
     * @param scenario makes the actors of one run
     * @param afterwards what holds after each run
     * @return how many orders there were
     */
    public int play(Supplier<List<Runnable>> scenario, Runnable afterwards) {
        ExecutorService threads = Executors.newCachedThreadPool(EveryOrder::daemon);
        int runs = 0;
        try {
            do {
                runs++;
                run(scenario.get(), threads, afterwards);
            } while (next());
        } finally {
            threads.shutdownNow();
        }
        return runs;
    }

    private void run(List<Runnable> scenario, ExecutorService threads, Runnable afterwards) {
        widths.clear();
        interruptions = 0;
        play = new Play(scenario, this::choose);
        try {
            play.perform(threads);
            afterwards.run();
        } catch (AssertionError e) {
            throw new AssertionError("in order " + choices + ": " + e.getMessage(), e);
        }
        while (choices.size() > widths.size()) {
            choices.remove(choices.size() - 1);
        }
    }

    /** Which of so many; the first is the one who was at it, and goes on, where that one can. */
    private int choose(Play.Choice choice) {
        if (choice.actors() == 1 || (choice.firstGoesOn() && interruptions == mostInterruptions)) {
            return 0;
        }
        int decision = widths.size();
        if (decision == choices.size()) {
            choices.add(0);
        }
        widths.add(choice.actors());
        int chosen = Math.min(choices.get(decision), choice.actors() - 1);
        interruptions += choice.firstGoesOn() && chosen > 0 ? 1 : 0;
        return chosen;
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

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    }
}
