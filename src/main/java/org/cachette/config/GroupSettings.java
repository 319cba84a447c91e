package org.cachette.config;

/**
 * What groups of pages (RFC 9875) mean here.
 *
 * @param honoured whether they count at all; where not, neither of their fields is obeyed or sent on
 * @param invalidated whether a page that is invalidated on purpose takes along the pages of its groups
 */
public record GroupSettings(boolean honoured, boolean invalidated) {

    /** They count. */
    public static final GroupSettings ALL = new GroupSettings(true, true);
}
