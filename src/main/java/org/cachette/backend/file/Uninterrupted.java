package org.cachette.backend.file;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Lets a caller whose thread is interrupted use files all the same: Java closes the channel of such a thread, which
 * would look like an outage of the store. The thread is interrupted afterwards as it was before.
 */
final class Uninterrupted {

    private Uninterrupted() {}

    /** The access is done again from its beginning where need be. */
    static <T> T run(Access<T> access) throws IOException {
        try {
            return access.run();
        } catch (ClosedByInterruptException e) {
            return again(access);
        }
    }

    private static <T> T again(Access<T> access) throws IOException {
        try {
            while (true) {
                Thread.interrupted();
                try {
                    return access.run();
                } catch (ClosedByInterruptException e) {
                    // once more
                }
            }
        } finally {
            Thread.currentThread().interrupt();
        }
    }
}
