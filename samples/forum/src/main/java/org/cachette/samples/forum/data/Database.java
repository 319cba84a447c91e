package org.cachette.samples.forum.data;

import jakarta.persistence.EntityManager;
import java.util.function.Consumer;
import java.util.function.Function;

/** The forum's tables, wherever it runs. */
public interface Database {

    /** What {@code query} finds. */
    <T> T read(Function<EntityManager, T> query);

    /** Does {@code work} in a transaction of its own. */
    void write(Consumer<EntityManager> work);
}
