package org.cachette.backend.file;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Locks among processes: one byte of one file for each stripe, which the operating system gives back when a process
 * dies. The file is opened once, since closing any channel of it gives up all locks of the process.
 */
final class LockFile {

    private static final Set<OpenOption> OPTIONS =
            Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);

    private final EntryDirectory directory;
    private final Path path;
    private @Nullable Opened opened;

    LockFile(EntryDirectory directory) {
        this.directory = directory;
        this.path = directory.root().resolve("lock" + Name.SUFFIX);
    }

    /** The identity is that of the file, which somebody may delete and another process make anew. */
    private record Opened(FileChannel channel, @Nullable Object identity) {}

    /** Null when another process, or another application of this one, has it. */
    @Nullable
    FileLock tryLock(int stripe) throws IOException {
        while (true) {
            Opened current = open();
            try {
                FileLock lock = current.channel().tryLock(stripe, 1, false);
                if (lock == null || isStillThere(current)) {
                    return lock;
                }
                close(current);
            } catch (OverlappingFileLockException e) {
                return null;
            } catch (ClosedChannelException e) {
                close(current);
            }
        }
    }

    private boolean isStillThere(Opened current) throws IOException {
        try {
            return Objects.equals(current.identity(), identity());
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private @Nullable Object identity() throws IOException {
        return Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                .fileKey();
    }

    private synchronized Opened open() throws IOException {
        if (opened == null) {
            FileChannel channel = openChannel();
            try {
                opened = new Opened(channel, identity());
            } catch (IOException e) {
                channel.close();
                throw e;
            }
        }
        return opened;
    }

    private FileChannel openChannel() throws IOException {
        try {
            return FileChannel.open(path, OPTIONS, directory.modes().file());
        } catch (NoSuchFileException e) {
            directory.create();
            return FileChannel.open(path, OPTIONS, directory.modes().file());
        }
    }

    /** Unless another thread has done so already. */
    private synchronized void close(Opened outdated) throws IOException {
        if (outdated.equals(opened)) {
            close();
        }
    }

    /** It is opened again when next needed. */
    synchronized void close() throws IOException {
        Opened current = opened;
        opened = null;
        if (current != null) {
            current.channel().close();
        }
    }
}
