package org.cachette.samples.forum.data;

import java.time.Instant;

/** A message from one member to another, as their page shows it. */
public record Letter(long id, boolean unread, String author, String recipient, String text, Instant sent) {}
