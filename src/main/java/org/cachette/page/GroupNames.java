package org.cachette.page;

import java.util.Collection;
import java.util.Optional;
import org.cachette.http.CacheGroups;

/** The names of groups of pages, and how many of them can be told to caches (RFC 9875 section 2). */
public final class GroupNames {

    /** Characters of the field: four times what every cache has to take. */
    private static final int BUDGET = 4096;

    private GroupNames() {}

    /** The value of {@code Cache-Groups}; empty when it would be too long. */
    public static Optional<String> field(Collection<String> names) {
        return CacheGroups.format(names, BUDGET);
    }

    /**
     * The name itself.
     *
     * @throws IllegalArgumentException when it is empty or has other characters than printable ASCII
     */
    public static String checked(String name) {
        if (name.isEmpty() || !name.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" is no name of a group of pages: expected printable ASCII (RFC 9875)");
        }
        return name;
    }
}
