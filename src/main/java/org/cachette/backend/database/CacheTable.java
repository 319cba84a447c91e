package org.cachette.backend.database;

import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The table of caches in one of the databases. */
final class CacheTable {

    private static final System.Logger LOG = System.getLogger(CacheTable.class.getName());

    /** Creating a table may take longer than what is done all the time. */
    private static final long CREATION = TimeUnit.SECONDS.toNanos(10);

    private final TableName name;
    private final Database database;
    private volatile @Nullable TableSql sql;
    private final Upkeep upkeep;

    CacheTable(TableName name, Database database, Limits limits, InstantSource clock) {
        this.name = name;
        this.database = database;
        this.upkeep = new Upkeep(this, limits, clock);
    }

    /** Something to do with the table, which may be done again from its beginning. */
    interface Work<T> {
        T run(Lease lease, TableSql sql) throws SQLException;
    }

    Database database() {
        return database;
    }

    Upkeep upkeep() {
        return upkeep;
    }

    /** The work's result; the table may be created for it where it is missing and that is allowed. */
    <T> T run(BooleanSupplier mayCreate, Work<T> work, long deadline) {
        return database.run(
                lease -> {
                    try {
                        return work.run(lease, sql(lease, mayCreate));
                    } catch (SQLException e) {
                        if (Failure.of(e) == Failure.NO_TABLE) {
                            sql = null;
                        }
                        throw e;
                    }
                },
                deadline);
    }

    private TableSql sql(Lease lease, BooleanSupplier mayCreate) throws SQLException {
        TableSql known = sql;
        if (known != null) {
            return known;
        }
        TableSql made = check(lease, mayCreate);
        sql = made;
        return made;
    }

    private TableSql check(Lease lease, BooleanSupplier mayCreate) throws SQLException {
        TableCreation creation = new TableCreation(lease.connection(), lease.dialect(), name);
        if (!creation.exists()) {
            if (!mayCreate.getAsBoolean()) {
                throw new SQLException("there is no table " + name.text() + ": expected one made by the command"
                        + " createcachetable, or by the setting options.create-table=true");
            }
            lease.begin(System.nanoTime() + CREATION);
            if (creation.create()) {
                tell("Created table " + name.text() + " in database " + database.unit() + ".");
            }
        }
        boolean plainKeys = lease.dialect().tellsKeysApart(lease.connection(), name);
        if (!plainKeys) {
            tell("The column cache_key of table " + name.text() + " in database " + database.unit()
                    + " does not tell upper case from lower: all keys are stored as digests.");
        }
        return new TableSql(lease.dialect(), name, plainKeys);
    }

    private static void tell(String message) {
        LOG.log(System.Logger.Level.INFO, message);
    }
}
