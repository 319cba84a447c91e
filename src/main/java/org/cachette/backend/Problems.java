package org.cachette.backend;

import java.util.ArrayList;
import java.util.List;
import org.cachette.CacheConfigurationException;

/**
 * What is wrong with a deployment, gathered so that all of it is told in one message. Each problem is a sentence that
 * says what, where, and what would be right. For the one thread that deploys.
 */
public final class Problems {

    private final List<String> sentences = new ArrayList<>();
    private final List<Throwable> causes = new ArrayList<>();

    /** Adds a problem, once. */
    public void add(String sentence) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
        }
    }

    /** Adds a problem with its cause, once. */
    public void add(String sentence, Throwable cause) {
        if (!sentences.contains(sentence)) {
            sentences.add(sentence);
            causes.add(cause);
        }
    }

    /** Adds the problem that a setting has a value that cannot work. */
    public void wrong(String setting, String value, String expected) {
        add(setting + " is \"" + value + "\": expected " + expected);
    }

    /** The problems so far, in the order in which they were found. */
    public List<String> sentences() {
        return List.copyOf(sentences);
    }

    /** True when nothing is wrong so far. */
    public boolean isEmpty() {
        return sentences.isEmpty();
    }

    /**
     * Does nothing when nothing is wrong.
     *
     * @throws CacheConfigurationException with all problems in its message
     */
    public void throwIfAny() {
        if (sentences.isEmpty()) {
            return;
        }
        CacheConfigurationException problem = new CacheConfigurationException(message());
        causes.stream().limit(1).forEach(problem::initCause);
        causes.stream().skip(1).forEach(problem::addSuppressed);
        throw problem;
    }

    private String message() {
        return sentences.size() == 1
                ? sentences.get(0)
                : "Cachette found " + sentences.size() + " problems:\n- " + String.join("\n- ", sentences);
    }
}
