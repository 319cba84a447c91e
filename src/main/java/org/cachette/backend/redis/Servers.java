package org.cachette.backend.redis;

import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.cachette.backend.BackendSettings;
import org.cachette.backend.Options;
import org.cachette.backend.Problems;
import org.jspecify.annotations.Nullable;

/** Makes the topology that a cache's settings describe, and says what is wrong with them. */
final class Servers {

    private static final int DEFAULT_POOL_SIZE = 64;
    private static final int MOST_DATABASES = 10_000;

    private final BackendSettings settings;
    private final Options options;
    private final Problems problems;
    private final List<Location> locations;
    private final int poolSize;
    private final @Nullable SSLSocketFactory tls;
    private final Access access;

    Servers(BackendSettings settings) {
        this.settings = settings;
        this.options = settings.options();
        this.problems = settings.problems();
        this.locations = locations();
        this.poolSize = (int) Math.min(options.number("pool-size", 1, DEFAULT_POOL_SIZE), Integer.MAX_VALUE);
        this.tls = tlsWhereNeeded();
        this.access = access(locations.get(0));
    }

    private List<Location> locations() {
        try {
            return Location.of(settings.location());
        } catch (IllegalArgumentException e) {
            problems.wrong(
                    settings.setting("location"),
                    Location.withoutSecrets(settings.location()),
                    Location.EXPECTED + " (not \"" + e.getMessage() + "\")");
            return Location.of("");
        }
    }

    private @Nullable SSLSocketFactory tlsWhereNeeded() {
        boolean asked = options.flag("tls", false) || options.text("tls-ca").isPresent();
        return asked || locations.stream().anyMatch(location -> Boolean.TRUE.equals(location.tls()))
                ? Tls.sockets(options.text("tls-ca").orElse(null), settings.setting("options.tls-ca"), problems)
                : null;
    }

    /** What a URL does not say, the options do. */
    private Access access(Location location) {
        boolean plain = Boolean.FALSE.equals(location.tls())
                && !options.flag("tls", false)
                && options.text("tls-ca").isEmpty();
        Integer database = location.database();
        String user = location.user() == null ? options.text("user").orElse(null) : location.user();
        String password = location.password() == null ? options.text("password").orElse(null) : location.password();
        expectPassword(
                location.user() == null
                        ? settings.setting("options.user")
                        : "the user in " + settings.setting("location"),
                user,
                "options.password",
                password);
        return new Access(user, password, database == null ? databaseOption() : database, plain ? null : tls);
    }

    /** Jedis forgets a user without one. */
    private void expectPassword(String where, @Nullable String user, String option, @Nullable String password) {
        if (user != null && password == null) {
            problems.add(where + " is set without a password, and would be ignored: expected "
                    + settings.setting(option) + " too");
        }
    }

    private int databaseOption() {
        long number = options.number("database", 0, 0);
        if (number > MOST_DATABASES) {
            problems.wrong(settings.setting("options.database"), "" + number, "a number up to " + MOST_DATABASES);
        }
        return (int) Math.min(number, MOST_DATABASES);
    }

    int database() {
        return access.database();
    }

    Topology topology() {
        boolean cluster = options.flag("cluster", false);
        String primary = options.text("sentinel").orElse("");
        if (cluster && !primary.isEmpty()) {
            problems.add(settings.setting("options.cluster") + " and " + settings.setting("options.sentinel")
                    + " are both set: expected one of them");
        }
        if (cluster) {
            return cluster();
        }
        return primary.isEmpty() ? replicated() : sentinels(primary);
    }

    private Node node(Location location) {
        return new Node(location.server(), access(location), poolSize);
    }

    private Topology replicated() {
        List<Member> replicas = locations.stream()
                .skip(1)
                .map(location ->
                        new Member(settings.cache(), node(location), "its primary is read from", settings.throwing()))
                .toList();
        return new Replicated(node(locations.get(0)), replicas);
    }

    private Topology sentinels(String primary) {
        String user = options.text("sentinel-user").orElse(null);
        String password = options.text("sentinel-password").orElse(null);
        expectPassword(settings.setting("options.sentinel-user"), user, "options.sentinel-password", password);
        Access atSentinels = new Access(user, password, 0, access.tls());
        List<Node> sentinels = locations.stream()
                .map(location -> new Node(location.server(), atSentinels, 2))
                .toList();
        return new Sentinels(sentinels, primary, server -> new Node(server, access, poolSize));
    }

    private Topology cluster() {
        if (access.database() != 0) {
            problems.add(settings.setting("options.cluster") + " is true and the database " + access.database()
                    + ": expected database 0, the only one of a cluster");
        }
        return new Cluster(
                locations.stream().map(Location::server).toList(),
                server -> new Member(
                        settings.cache(),
                        new Node(server, access, poolSize),
                        "its keys count as missing",
                        settings.throwing()),
                settings.throwing());
    }
}
