package org.cachette.pages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** The warnings of Cachette while this is open, as one would read them in the log; they are not printed. */
final class Warnings extends Handler implements AutoCloseable {

    private final Logger logger = Logger.getLogger("org.cachette");
    private final boolean heardByParents = logger.getUseParentHandlers();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final List<String> lines = new CopyOnWriteArrayList<>();

    Warnings() {
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    List<String> lines() {
        return lines;
    }

    @Override
    public void publish(LogRecord log) {
        if (log.getLevel().intValue() >= Level.WARNING.intValue()) {
            lines.add(formatter.formatMessage(log));
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(heardByParents);
    }
}
