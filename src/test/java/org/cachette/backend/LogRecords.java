package org.cachette.backend;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What is logged under {@code org.cachette} while this is open. */
public final class LogRecords extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("org.cachette");
    private final boolean heardByParents = logger.getUseParentHandlers();
    private final List<LogRecord> records = new CopyOnWriteArrayList<>();

    public LogRecords() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    public List<String> warnings() {
        return messages(Level.WARNING);
    }

    public List<String> messages(Level level) {
        return records.stream()
                .filter(log -> log.getLevel().equals(level))
                .map(LogRecord::getMessage)
                .toList();
    }

    @Override
    public void publish(LogRecord log) {
        records.add(log);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(heardByParents);
    }
}
