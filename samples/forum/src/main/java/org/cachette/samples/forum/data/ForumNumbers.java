package org.cachette.samples.forum.data;

import java.util.List;

/** The whole forum in numbers. */
public record ForumNumbers(
        long members,
        long topics,
        long posts,
        long letters,
        long characters,
        List<Tally> mostActiveMembers,
        List<Tally> mostAnsweredTitles,
        List<Tally> busiestPairs) {}
