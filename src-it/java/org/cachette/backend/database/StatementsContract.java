package org.cachette.backend.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractStringAssert;
import org.cachette.Cache;
import org.cachette.Caches;
import org.cachette.named.NamedCaches;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** How often the database is spoken to, with a provider on a database that has an upsert. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class StatementsContract {

    private static final Map<String, String> HUNDRED = IntStream.range(0, 100)
            .mapToObj(i -> "key" + i)
            .collect(Collectors.toMap(Function.identity(), key -> key + "="));

    private final Unit.Provider provider;
    private final DatabaseServer.@Nullable Kind kind;
    private final SpokenStatements statements = new SpokenStatements();
    private @Nullable DatabaseServer server;
    private @Nullable LazyUnit unit;
    private @Nullable NamedCaches caches;

    StatementsContract(Unit.Provider provider, DatabaseServer.@Nullable Kind kind) throws SQLException {
        this.provider = provider;
        this.kind = kind;
    }

    @BeforeAll
    void open() {
        server = kind == null ? null : DatabaseServer.started(kind);
        String url = SpokenStatements.url(
                server == null ? "jdbc:h2:mem:" + getClass().getSimpleName() + ";DB_CLOSE_DELAY=-1" : server.url());
        LazyUnit opened = new LazyUnit(() -> Unit.open("primary", provider, url));
        unit = opened;
        caches = TestCaches.with(
                new Factories().with(opened),
                InstantSource.system(),
                "location",
                "spoken",
                "on-error",
                "throw",
                "max-entries",
                "100000", // so that no write finds the table nearly full, and counts
                "near:backend",
                "memory",
                "both:backend",
                "tiered",
                "both:location",
                "near,default");
    }

    @AfterAll
    void close() throws SQLException {
        if (caches != null) {
            caches.close();
        }
        if (unit != null) {
            unit.close();
        }
        if (server != null) {
            server.close();
        }
        statements.close();
    }

    private Caches caches() {
        if (caches == null) {
            throw new AssertionError();
        }
        return caches;
    }

    private Cache cache() {
        return caches().getDefault();
    }

    /** The table is there and was counted. */
    @BeforeEach
    void useTheCache() {
        cache().clear();
        cache().setMany(Map.of("here", "value", "gone", "value"));
    }

    private AbstractStringAssert<?> assertOne(Runnable operation) {
        List<String> spoken = statements.during("spoken", operation);
        return assertThat(spoken).singleElement().asString();
    }

    @Test
    void getManyIsOneSelect() {
        cache().setMany(HUNDRED);

        assertOne(() -> assertThat(cache().getMany(HUNDRED.keySet())).isEqualTo(HUNDRED))
                .startsWith("SELECT");
    }

    @Test
    void getManyOfWhatIsNotNearIsOneSelectToo() {
        Cache both = caches().get("both");
        both.setMany(HUNDRED);
        HUNDRED.keySet().forEach(both::touch); // which drops the copies

        assertOne(() -> assertThat(both.getMany(HUNDRED.keySet())).isEqualTo(HUNDRED))
                .startsWith("SELECT");
        assertThat(statements.during("spoken", () -> both.getMany(HUNDRED.keySet())))
                .isEmpty();
    }

    @Test
    void setManyIsOneUpsertOfNewAndOldEntries() {
        cache().setMany(Map.of("key1", "old"));

        assertOne(() -> assertThat(cache().setMany(HUNDRED)).isEmpty()).matches("(?s)(INSERT .*ON |MERGE ).*");
        assertThat(cache().getMany(HUNDRED.keySet())).isEqualTo(HUNDRED);
    }

    @Test
    void deleteManyIsOneDelete() {
        cache().setMany(HUNDRED);

        assertOne(() -> cache().deleteMany(HUNDRED.keySet())).startsWith("DELETE");
        assertThat(cache().getMany(HUNDRED.keySet())).isEmpty();
    }

    @Test
    void setIsOneUpsertWhetherThereIsAnEntryOrNot() {
        assertOne(() -> cache().set("here", "new")).matches("(?s)(INSERT .*ON |MERGE ).*");
        assertOne(() -> cache().set("there", "new")).matches("(?s)(INSERT .*ON |MERGE ).*");
    }

    @Test
    void addOfANewEntryIsOneInsert() {
        assertOne(() -> assertThat(cache().add("there", "new")).isTrue()).startsWith("INSERT");
    }

    @Test
    void whatReadsOrDeletesOneEntryIsOneStatement() {
        assertOne(() -> assertThat(cache().get("here")).contains("value")).startsWith("SELECT");
        assertOne(() -> assertThat(cache().get("missing")).isEmpty()).startsWith("SELECT");
        assertOne(() -> assertThat(cache().hasKey("here")).isTrue()).startsWith("SELECT");
        assertOne(() -> assertThat(cache().touch("here")).isTrue()).startsWith("UPDATE");
        assertOne(() -> assertThat(cache().delete("gone")).isTrue()).startsWith("DELETE");
    }
}
