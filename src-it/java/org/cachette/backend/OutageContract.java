package org.cachette.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.logging.Level;
import org.cachette.Cache;
import org.cachette.CacheException;
import org.cachette.KeyNotFoundException;
import org.cachette.config.Settings;
import org.cachette.named.NamedCaches;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What callers see of a store whose server is down, dies, freezes, stammers and comes back: misses, and nothing else. A
 * backend's test extends this and says which server that is, and how a cache gets to it.
 */
public abstract class OutageContract {

    /** The default of every backend. */
    protected static final Duration TIME_LIMIT = Duration.ofMillis(250);

    /**
     * For threads that do not get a processor at once: these tests run eight busy threads and a server on machines with
     * two processors that others use too. What an operation took at most while the server worked comes on top.
     */
    protected static final Duration SLACK = Duration.ofMillis(500);

    /** For tests that are not about the limit. */
    protected static final Duration LONG_LIMIT = Duration.ofSeconds(2);

    /** How long after its return a store may still count as failing. */
    protected static final Duration RECOVERY = Duration.ofSeconds(5);

    private final LogRecords log = new LogRecords();

    /** A server of its own, on a free port of the loopback address; not started. */
    protected abstract StoreServer newServer();

    /**
     * The settings of caches that have their store at that address, host and port, and wait for it so long. Names are
     * those after {@code cachette.caches.}; the cache under test is {@code default}.
     */
    protected abstract Map<String, String> settings(String address, Duration timeLimit);

    /** What else an application would give to the caches. */
    protected Beans beans(String address) {
        return Beans.NONE;
    }

    /** Caches with those settings and others, given in turn with their values. */
    public final NamedCaches open(String address, Duration timeLimit, String... others) {
        Map<String, String> properties = new TreeMap<>();
        settings(address, timeLimit).forEach((name, value) -> properties.put("cachette.caches." + name, value));
        for (int i = 0; i < others.length; i += 2) {
            properties.put("cachette.caches." + others[i], others[i + 1]);
        }
        Problems problems = new Problems();
        NamedCaches caches = new NamedCaches(
                Settings.read(Configs.of(properties)), InstantSource.system(), beans(address), problems);
        problems.throwIfAny();
        return caches;
    }

    /** Waits until caches whose server is there can be used at once. Most can from the start. */
    protected void awaitOpen(NamedCaches caches) {}

    private NamedCaches openWorking(String address, Duration timeLimit, String... others) {
        NamedCaches caches = open(address, timeLimit, others);
        caches.started();
        awaitOpen(caches);
        return caches;
    }

    /** What warnings name of a store at that address. */
    protected String named(String address) {
        return address;
    }

    /** What was logged since the test began. */
    public final LogRecords log() {
        return log;
    }

    protected final StoreServer startedServer() {
        StoreServer server = newServer();
        server.start();
        return server;
    }

    /** Waits until the cache stores and finds, no longer than recovery may take. */
    public static void awaitUse(Cache cache) {
        await().atMost(RECOVERY).pollInterval(Duration.ofMillis(20)).until(() -> {
            cache.set("probe", "value");
            return cache.get("probe").isPresent();
        });
    }

    @AfterEach
    final void closeTheLog() {
        log.close();
    }

    @Test
    final void aServerThatIsDownAtStartIsUsedOnceItIsThere() {
        try (StoreServer server = newServer();
                NamedCaches caches = open(server.address(), LONG_LIMIT)) {
            Cache cache = caches.getDefault();

            for (int i = 0; i < 50; i++) {
                assertNothingIsStored(cache);
            }
            assertThat(log.warnings()).singleElement().asString().contains("\"default\"", named(server.address()));

            server.start();
            awaitUse(cache);
            assertThat(log.warnings()).hasSize(1);
        }
    }

    private static void assertNothingIsStored(Cache cache) {
        assertThat(cache.get("key")).isEmpty();
        cache.set("key", "value");
        assertThat(cache.add("key", "value")).isFalse();
        assertThat(cache.touch("key")).isFalse();
        assertThat(cache.setMany(Map.of("a", 1))).containsExactly("a");
        assertThat(cache.getMany(List.of("a", "key"))).isEmpty();
        assertThat(cache.hasKey("key")).isFalse();
        assertThat(cache.<String>getOrSet("key", () -> "computed")).isEqualTo("computed");
        assertThatThrownBy(() -> cache.incr("key")).isInstanceOf(KeyNotFoundException.class);
        assertThatThrownBy(() -> cache.incrVersion("key")).isInstanceOf(KeyNotFoundException.class);
        assertThat(cache.delete("key")).isFalse();
        cache.deleteMany(List.of("a", "key"));
        cache.clear();
    }

    @Test
    final void aServerKilledUnderLoadIsOneWarningAndUsedAgainOnItsReturn() {
        try (StoreServer server = startedServer();
                NamedCaches caches = openWorking(server.address(), TIME_LIMIT);
                Load load = new Load(caches.getDefault())) {
            await().until(() -> load.hits() > 1000);

            Duration usual = load.longest();
            server.kill();
            assertLoadGoesOn(load);
            server.start();
            assertRecovery(caches.getDefault(), load, usual);
        }
    }

    @Test
    final void aServerFrozenUnderLoadHoldsNobodyLongerThanTheTimeLimit() {
        try (StoreServer server = startedServer();
                NamedCaches caches = openWorking(server.address(), TIME_LIMIT);
                Load load = new Load(caches.getDefault())) {
            await().until(() -> load.hits() > 1000);

            Duration usual = load.longest();
            server.freeze();
            assertLoadGoesOn(load);
            awaitProbes();
            server.thaw();
            assertRecovery(caches.getDefault(), load, usual);
        }
    }

    /** Waits while callers find out several times that the store still fails. */
    static void awaitProbes() {
        long start = System.nanoTime();
        await().until(() ->
                System.nanoTime() - start > TIME_LIMIT.multipliedBy(6).toNanos());
    }

    private static void assertLoadGoesOn(Load load) {
        long sinceThen = load.operations();
        await().until(() -> load.operations() > sinceThen + 1000);
    }

    private void assertRecovery(Cache cache, Load load, Duration usual) {
        awaitUse(cache);
        long hits = load.hits();
        await().atMost(RECOVERY).until(() -> load.hits() > hits + 100);
        assertThat(load.longest()).isLessThan(TIME_LIMIT.plus(SLACK).plus(usual));
        assertThat(log.warnings()).hasSize(1);
    }

    @Test
    final void aFrozenServerCostsOneCallerAtATimeItsTimeLimit() {
        try (StoreServer server = startedServer();
                NamedCaches caches = openWorking(server.address(), TIME_LIMIT)) {
            Cache cache = caches.getDefault();
            awaitUse(cache);
            server.freeze();

            long start = System.nanoTime();
            for (int i = 0; i < 1000; i++) {
                cache.get("key");
            }

            // One meets it; the others do not even try, since it rests.
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
            server.thaw();
            awaitUse(cache);
            assertThat(log.warnings()).hasSize(1);
        }
    }

    /** At each place of the first answers, then at some. */
    @Test
    final void aConnectionCutInTheMiddleOfAnAnswerIsAMissAndTheNextAnswerIsRight() {
        Random random = new Random(42);
        try (StoreServer server = startedServer();
                CuttingProxy proxy = new CuttingProxy(server.address());
                NamedCaches caches = openWorking(proxy.address(), LONG_LIMIT)) {
            Cache cache = caches.getDefault();
            for (int i = 0; i < 40; i++) {
                awaitUse(cache);
                Map<String, Object> values =
                        Map.of("key1", "key1=" + i, "key2", "key2=", "key3", "key3=" + "x".repeat(i));
                assertThat(cache.setMany(values)).isEmpty();
                assertThat(cache.getMany(values.keySet())).isEqualTo(values);

                proxy.cutAfter(i < 20 ? i : random.nextInt(20, 300));
                await().atMost(RECOVERY).until(() -> {
                    assertRightOrMissing(cache, values);
                    return proxy.cuts();
                });
                proxy.heal();
                awaitUse(cache);
                assertRightOrMissing(cache, values);
            }
            assertThat(log.warnings()).hasSize(1);
        }
    }

    private static void assertRightOrMissing(Cache cache, Map<String, Object> values) {
        values.forEach((key, value) ->
                cache.get(key).ifPresent(found -> assertThat(found).isEqualTo(value)));
        cache.getMany(values.keySet()).forEach((key, found) -> assertThat(found).isEqualTo(values.get(key)));
    }

    @Test
    final void failuresCanBeExceptionsInstead() {
        try (StoreServer server = newServer();
                NamedCaches caches = open(server.address(), LONG_LIMIT, "default.on-error", "throw")) {
            Cache cache = caches.getDefault();

            assertThatThrownBy(() -> cache.get("key"))
                    .isInstanceOf(CacheException.class)
                    .hasMessageContaining(named(server.address()));
            assertThatThrownBy(() -> cache.getMany(List.of("key"))).isInstanceOf(CacheException.class);
            assertThatThrownBy(() -> cache.set("key", "value")).isInstanceOf(CacheException.class);
            assertThat(log.messages(Level.WARNING)).isEmpty();
        }
    }

    @Test
    final void aServerStartedAnewWhileNobodyAskedIsNoOutage() {
        try (StoreServer server = startedServer();
                NamedCaches caches = openWorking(server.address(), LONG_LIMIT, "default.on-error", "throw")) {
            Cache cache = caches.getDefault();
            cache.set("key", "value");

            long unused = System.nanoTime();
            server.kill();
            server.start();
            await().until(() ->
                    System.nanoTime() - unused > Duration.ofMillis(600).toNanos());

            cache.get("key").ifPresent(found -> assertThat(found).isEqualTo("value"));
        }
    }

    @Test
    final void anInterruptedCallerHarmsNobody() {
        try (StoreServer server = startedServer();
                NamedCaches caches = openWorking(server.address(), LONG_LIMIT, "default.on-error", "throw")) {
            Cache cache = caches.getDefault();

            Thread.currentThread().interrupt();
            cache.set("key", "value");

            assertThat(cache.get("key")).contains("value");
            assertThat(Thread.interrupted()).isTrue();
        }
    }
}
