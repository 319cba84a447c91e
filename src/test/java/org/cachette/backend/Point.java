package org.cachette.backend;

import java.io.Serializable;

/** A value of the application. */
public record Point(int x, int y) implements Serializable {}
