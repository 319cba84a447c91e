package org.cachette.bench;

import java.util.Map;

/**
 * What is measured beside others.
 *
 * @param benchmark a class with a benchmark method {@code get}
 * @param parameters the values of its parameters
 * @param classPath what it runs on
 */
record Contender(Class<?> benchmark, Map<String, String> parameters, ClassPath classPath) {}
