package org.cachette.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cachette.bench.Rounds.Measured;
import org.openjdk.jmh.runner.RunnerException;

/** Measures everything and prints each figure with its target; the exit code says nothing about targets. */
public final class Benchmarks {

    private static final int ROUNDS = 5;
    private static final int ROUNDS_OF_SCOPES = 1;
    private static final int PAGES_TO_WARM_UP = 80_000;
    private static final int FILES_TO_WARM_UP = 60_000;

    private final Report report = new Report(System.out);
    private final ClassPath all = ClassPath.own();
    private final ClassPath ours = SocketStack.JERSEY.only(all);
    private final ClassPath without;
    private final Path ourClasses;

    private Benchmarks(Path ourClasses) {
        this.ourClasses = ourClasses;
        this.without = ours.without(ourClasses);
    }

    /**
     * Measures all, or what the environment variable {@code BENCH} names, with commas between; see {@link #measure}.
     *
     * @param arguments the folder of Cachette's own classes, as it stands on the class path
     */
    public static void main(String[] arguments) throws Exception {
        Benchmarks benchmarks = new Benchmarks(Path.of(arguments[0]));
        String chosen =
                System.getenv().getOrDefault("BENCH", "get,page,crowded,file,memcached,redis,database,growth,sockets");
        benchmarks.report.begin();
        for (String part : chosen.split(",")) {
            benchmarks.measure(part);
        }
    }

    private void measure(String part) throws Exception {
        switch (part) {
            case "get" -> get();
            case "file" -> fileGet();
            case "page" -> {
                page("unscoped", ROUNDS);
                page("application", ROUNDS_OF_SCOPES);
                page("request", ROUNDS_OF_SCOPES);
            }
            case "crowded" -> crowded();
            case "memcached" -> new MemcachedFigures(report).print();
            case "redis" -> new RedisFigures(report).print();
            case "database" -> new DatabaseFigures(report).print();
            case "growth" -> growth();
            case "sockets" -> new SocketFigures(report, all, ourClasses).print();
            default ->
                throw new IllegalArgumentException("BENCH names \"" + part + "\": expected get, page, crowded, file,"
                        + " memcached, redis, database, growth or sockets");
        }
    }

    private void get() throws RunnerException {
        Rounds rounds = new Rounds(ROUNDS, 1_000_000);
        List<Measured> measured = rounds.alternate(
                new Contender(BareGet.class, Map.of(), ours), new Contender(CacheGet.class, Map.of(), ours));
        Measured bare = measured.get(0);
        Measured get = measured.get(1);
        report.section("cache.get beside Caffeine");
        report.time("Caffeine", bare);
        report.time("cache.get", get);
        report.atLeast("throughput of Caffeine's", get.ratioTo(bare), 0.5);
        report.below("bytes allocated per hit", get.medianAllocated(), 100);
    }

    private void fileGet() throws RunnerException {
        Rounds rounds = new Rounds(ROUNDS, FILES_TO_WARM_UP);
        List<Measured> measured = rounds.alternate(
                new Contender(BareFileGet.class, Map.of(), ours), new Contender(FileGet.class, Map.of(), ours));
        Measured bare = measured.get(0);
        Measured get = measured.get(1);
        report.section("cache.get of 4 kB with backend=file beside Files.readAllBytes");
        report.time("Files.readAllBytes", bare);
        report.time("cache.get", get);
        report.atLeast("throughput of Files.readAllBytes's", get.ratioTo(bare), 0.6);
    }

    private void page(String scope, int count) throws RunnerException {
        Rounds rounds = new Rounds(count, PAGES_TO_WARM_UP);
        Map<String, String> parameters = Map.of("scope", scope);
        List<Measured> measured = rounds.alternate(
                new Contender(ConstantPage.class, parameters, without), new Contender(PageHit.class, parameters, ours));
        Measured bytes = new Rounds(1, PAGES_TO_WARM_UP)
                .alternate(new Contender(ConstantBytes.class, parameters, without))
                .get(0);
        Measured constant = measured.get(0);
        Measured hit = measured.get(1);
        report.section("page hit beside a constant of 4 kB, resource: " + scope);
        report.time("constant", constant);
        report.time("page hit", hit);
        report.atLeast("throughput of the constant's", hit.ratioTo(constant), 0.9);
        report.below("bytes allocated beyond the constant's", hit.medianAllocated() - constant.medianAllocated(), 5000);
        report.figure("  beyond a constant byte[]'s", hit.medianAllocated() - bytes.medianAllocated());
    }

    private void crowded() {
        Map<Integer, Measured> measured = CrowdedPages.measure(ROUNDS);
        report.section("page hit among 1,000, 100,000 and 1,000,000 entries");
        measured.forEach((entries, cost) -> report.time(String.format(Locale.ROOT, "%,d", entries), cost));
        report.below("largest cost to smallest", Rounds.spread(measured.values()), 1.5);
    }

    private void growth() throws IOException, InterruptedException {
        Path directory = Entries.directory();
        new GrowthFigures(report)
                .print(
                        "file",
                        size -> OneCache.of(Map.of(
                                "backend",
                                "file",
                                "location",
                                directory.resolve("" + size).toString(),
                                "max-entries",
                                "" + 2 * size)));
        Entries.delete(directory);
    }
}
