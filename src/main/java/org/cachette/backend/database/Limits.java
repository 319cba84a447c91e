package org.cachette.backend.database;

/**
 * What the caches on one table have in common.
 *
 * @param maxEntries how many entries the table holds, more or less
 * @param cullFrequency a full table drops one in so many; 0 stands for all
 * @param millis how long an operation may take
 * @param connections how many of the application's connections to a database may be in use at the same time
 * @param createTable whether a missing table is created
 */
record Limits(int maxEntries, int cullFrequency, long millis, int connections, boolean createTable) {}
