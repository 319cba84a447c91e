package org.cachette.samples.forum.data;

import java.time.Instant;

/** A line of the list of topics. */
public record TopicRow(String title, String author, Instant opened, long answers, Instant latest) {}
