package org.cachette.backend.file;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The directory with the files of entries. Follows no symbolic link in it, neither to read nor to write nor to delete. */
final class EntryDirectory {

    private static final String TEMPORARY = Name.SUFFIX + "-tmp";
    private static final Set<OpenOption> READ = Set.of(StandardOpenOption.READ, NOFOLLOW_LINKS);
    private static final Set<OpenOption> CREATE =
            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, NOFOLLOW_LINKS);
    private static final byte[] NOTHING_OF_OURS = {0};

    private final Path root;
    private final Modes modes;

    EntryDirectory(Path root) {
        this.root = root;
        this.modes = Modes.of(root);
    }

    Path root() {
        return root;
    }

    Modes modes() {
        return modes;
    }

    Path path(Name name) {
        return root.resolve(name.fileName());
    }

    /** Makes the directory and those above it where they are missing. */
    void create() throws IOException {
        Files.createDirectories(root, modes.directory());
    }

    /** The bytes of an entry's file, of a longer one as many as a header has; null when there is none. */
    byte @Nullable [] read(Name name, long longest) throws IOException {
        Path path = path(name);
        try {
            return Uninterrupted.run(() -> read(path, longest));
        } catch (NoSuchFileException e) {
            return null;
        } catch (IOException e) {
            if (isNoFile(path)) {
                return NOTHING_OF_OURS;
            }
            throw e;
        }
    }

    private static byte[] read(Path path, long longest) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(path, READ)) {
            long size = channel.size();
            ByteBuffer bytes = ByteBuffer.allocate((int) (size > longest ? EntryFormat.HEADER : size));
            int read = 0;
            while (read >= 0 && bytes.hasRemaining()) {
                read = channel.read(bytes);
            }
            return bytes.hasRemaining() ? Arrays.copyOf(bytes.array(), bytes.position()) : bytes.array();
        }
    }

    /** True for a symbolic link, a directory and the like, which somebody must have put there. */
    private static boolean isNoFile(Path path) {
        try {
            return !Files.readAttributes(path, BasicFileAttributes.class, NOFOLLOW_LINKS)
                    .isRegularFile();
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes a new file and moves it into the place of an earlier one. */
    void write(Name name, byte[] bytes) throws IOException {
        Uninterrupted.run(() -> {
            Path temporary = root.resolve(temporaryName(name));
            try {
                writeNew(temporary, bytes);
                Files.move(temporary, path(name), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException e) {
                deleteQuietly(temporary, e);
                throw e;
            }
            return name;
        });
    }

    private void writeNew(Path temporary, byte[] bytes) throws IOException {
        try (SeekableByteChannel channel = open(temporary)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
        }
    }

    private SeekableByteChannel open(Path temporary) throws IOException {
        try {
            return Files.newByteChannel(temporary, CREATE, modes.file());
        } catch (NoSuchFileException e) {
            create();
            return Files.newByteChannel(temporary, CREATE, modes.file());
        }
    }

    /** True when there was a file. A directory is never one of ours. */
    boolean delete(Name name) throws IOException {
        Path path = path(name);
        return !Files.isDirectory(path, NOFOLLOW_LINKS) && Files.deleteIfExists(path);
    }

    private static void deleteQuietly(Path temporary, Exception failure) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    /** The paths of all files, ours and others; to be closed. None when the directory is missing. */
    @SuppressWarnings("StreamResourceLeak") // the listing closes it
    Listing list() throws IOException {
        try {
            DirectoryStream<Path> stream = Files.newDirectoryStream(root);
            return new Listing(stream, stream.iterator());
        } catch (NoSuchFileException e) {
            return Listing.NOTHING;
        }
    }

    /** When an entry was last used, as far as its file knows; long ago when another process has just deleted it. */
    long lastUse(Name name) throws IOException {
        try {
            return Files.getLastModifiedTime(path(name), NOFOLLOW_LINKS).toMillis();
        } catch (NoSuchFileException e) {
            return 0;
        }
    }

    /** Lets the file know of a use; one that cannot be written is no loss. */
    void markUsed(Name name, long millis) {
        try {
            Files.getFileAttributeView(path(name), BasicFileAttributeView.class, NOFOLLOW_LINKS)
                    .setTimes(FileTime.fromMillis(millis), null, null);
        } catch (IOException e) {
            // it is gone, or not to be written to
        }
    }

    private static String temporaryName(Name name) {
        return name.digits() + "."
                + HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong()) + TEMPORARY;
    }

    /** Deletes a temporary file that was left over, by a process that was killed: one last written to before a time. */
    static void sweep(Path path, long before) throws IOException {
        if (isTemporary(path.getFileName().toString())
                && Files.getLastModifiedTime(path, NOFOLLOW_LINKS).toMillis() < before) {
            Files.deleteIfExists(path);
        }
    }

    private static boolean isTemporary(String fileName) {
        return fileName.length() == 49 + TEMPORARY.length()
                && fileName.endsWith(TEMPORARY)
                && Name.parse(fileName.substring(0, 32) + Name.SUFFIX) != null;
    }
}
