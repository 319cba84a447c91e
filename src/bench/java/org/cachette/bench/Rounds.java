package org.cachette.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs contenders in turn, round after round, each run in a JVM of its own. What is compared are runs of one round, so
 * that load that comes and goes does not decide.
 *
 * <p>A run is many short iterations after a warm-up of so many calls, in which the compiler keeps the caller waiting: on a
 * busy machine the code is as warm as on an idle one. Its result is the fastest tenth of them, those in which nothing else
 * took the processor away.
 */
final class Rounds {

    private static final String WARMUP = "org.cachette.bench.warmup";

    /** What was measured of a contender, in the order of the rounds; no allocation where nobody asked. */
    record Measured(List<Double> nanoseconds, List<Double> allocated) {

        double medianNanoseconds() {
            return median(nanoseconds);
        }

        double medianAllocated() {
            return median(allocated);
        }

        /** How many times slower the other is: the median of the rounds' ratios. */
        double ratioTo(Measured other) {
            List<Double> ratios = new ArrayList<>();
            for (int round = 0; round < nanoseconds.size(); round++) {
                ratios.add(other.nanoseconds().get(round) / nanoseconds.get(round));
            }
            return median(ratios);
        }
    }

    private static final int ITERATIONS = 100;
    private static final TimeValue ITERATION = TimeValue.milliseconds(10);

    private final int rounds;
    private final int warmupCalls;

    Rounds(int rounds, int warmupCalls) {
        this.rounds = rounds;
        this.warmupCalls = warmupCalls;
    }

    /** In the JVM of a run: calls the benchmark as often as it takes to be compiled. */
    static void warmUp(Runnable call) {
        for (int i = Integer.getInteger(WARMUP, 0); i > 0; i--) {
            call.run();
        }
    }

    List<Measured> alternate(Contender... contenders) throws RunnerException {
        Map<Contender, Measured> measured = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            measured.put(contender, new Measured(new ArrayList<>(), new ArrayList<>()));
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<Contender, Measured> each : measured.entrySet()) {
                RunResult result = run(each.getKey());
                each.getValue().nanoseconds().add(fastestTenth(result));
                each.getValue().allocated().add(allocated(result));
            }
        }
        return List.copyOf(measured.values());
    }

    /** The largest of those costs to the smallest. */
    static double spread(Collection<Measured> measured) {
        double largest = 1;
        for (Measured one : measured) {
            for (Measured other : measured) {
                largest = Math.max(largest, one.ratioTo(other));
            }
        }
        return largest;
    }

    private RunResult run(Contender contender) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(contender.benchmark().getName() + "\\.get$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(10)
                .warmupTime(ITERATION)
                .measurementIterations(ITERATIONS)
                .measurementTime(ITERATION)
                .jvmArgs("-Xms2g", "-Xmx2g", "-XX:-BackgroundCompilation", "-D" + WARMUP + "=" + warmupCalls)
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        contender.parameters().forEach(options::param);
        return contender.classPath().call(() -> new Runner(options.build()).runSingle());
    }

    private static double fastestTenth(RunResult result) {
        return result.getAggregatedResult().getIterationResults().stream()
                .mapToDouble(each -> each.getPrimaryResult().getScore())
                .sorted()
                .limit(ITERATIONS / 10)
                .average()
                .orElseThrow();
    }

    private static double allocated(RunResult result) {
        return result.getSecondaryResults().entrySet().stream()
                .filter(each -> each.getKey().endsWith("gc.alloc.rate.norm"))
                .mapToDouble(each -> each.getValue().getScore())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no allocation was measured"));
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
