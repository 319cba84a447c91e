package org.cachette.samples.forum;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import org.cachette.samples.forum.data.ForumNumbers;

/** The answer of {@code /stats}. */
@JsonbPropertyOrder({"forum", "footer"})
public record Stats(ForumNumbers forum, String footer) {}
