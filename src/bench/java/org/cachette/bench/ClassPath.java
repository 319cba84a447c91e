package org.cachette.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.openjdk.jmh.runner.RunnerException;

/** The class path of the JVMs that JMH starts: it gives them that of its own system property. */
record ClassPath(String entries) {

    private static final String PROPERTY = "java.class.path";

    static ClassPath own() {
        return new ClassPath(System.getProperty(PROPERTY));
    }

    /**
     * The same class path less one folder or jar.
     *
     * @throws IllegalArgumentException when that is not on it, since without it nothing would be left out
     */
    ClassPath without(Path left) {
        String rest = Arrays.stream(entries.split(File.pathSeparator))
                .filter(entry -> !Path.of(entry).equals(left))
                .collect(Collectors.joining(File.pathSeparator));
        if (rest.equals(entries)) {
            throw new IllegalArgumentException(left + " is not on the class path " + entries);
        }
        return new ClassPath(rest);
    }

    /** The same class path less all entries that contain one of these texts. */
    ClassPath lessThoseWith(String... texts) {
        return new ClassPath(Arrays.stream(entries.split(File.pathSeparator))
                .filter(entry -> Arrays.stream(texts).noneMatch(entry::contains))
                .collect(Collectors.joining(File.pathSeparator)));
    }

    /** The same class path with one more folder, before all others. */
    ClassPath after(Path first) {
        return new ClassPath(first + File.pathSeparator + entries);
    }

    <T> T call(JmhRun<T> run) throws RunnerException {
        String before = System.getProperty(PROPERTY);
        System.setProperty(PROPERTY, entries);
        try {
            return run.run();
        } finally {
            System.setProperty(PROPERTY, before);
        }
    }

    /** A run of JMH. */
    @FunctionalInterface
    interface JmhRun<T> {
        T run() throws RunnerException;
    }
}
