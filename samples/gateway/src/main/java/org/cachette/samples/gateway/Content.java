package org.cachette.samples.gateway;

import java.io.InputStream;
import java.util.List;

/**
 * The content of an answer, on its way.
 *
 * @param types the lines of its {@code Content-Type}, empty when the origin does not say
 */
record Content(InputStream bytes, List<String> types) {}
