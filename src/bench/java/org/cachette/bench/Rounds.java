package org.cachette.bench;

import java.util.ArrayList;
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
 */
final class Rounds {

    /** What was measured of a contender, in the order of the rounds. */
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

    private final int rounds;
    private final TimeValue warmup;
    private final TimeValue measurement;

    Rounds(int rounds, TimeValue warmup, TimeValue measurement) {
        this.rounds = rounds;
        this.warmup = warmup;
        this.measurement = measurement;
    }

    List<Measured> alternate(Contender... contenders) throws RunnerException {
        Map<Contender, Measured> measured = new LinkedHashMap<>();
        for (Contender contender : contenders) {
            measured.put(contender, new Measured(new ArrayList<>(), new ArrayList<>()));
        }
        for (int round = 0; round < rounds; round++) {
            for (Map.Entry<Contender, Measured> each : measured.entrySet()) {
                RunResult result = run(each.getKey());
                each.getValue().nanoseconds().add(result.getPrimaryResult().getScore());
                each.getValue().allocated().add(allocated(result));
            }
        }
        return List.copyOf(measured.values());
    }

    private RunResult run(Contender contender) throws RunnerException {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(contender.benchmark().getName() + "\\.get$")
                .mode(Mode.AverageTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(1)
                .warmupIterations(1)
                .warmupTime(warmup)
                .measurementIterations(2)
                .measurementTime(measurement)
                .jvmArgs("-Xms1g", "-Xmx1g", "-Djava.util.logging.config.file=", "-Dorg.jboss.logging.provider=jdk")
                .addProfiler(GCProfiler.class)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        contender.parameters().forEach(options::param);
        return contender.classPath().call(() -> new Runner(options.build()).runSingle());
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
