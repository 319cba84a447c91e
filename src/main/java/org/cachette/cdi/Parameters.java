package org.cachette.cdi;

import java.lang.reflect.Type;
import java.util.Set;

/** What servers hand to methods and objects by themselves, and what code of the application makes of a request first. */
final class Parameters {

    private static final Set<Class<?>> PLAIN = Set.of(
            String.class,
            Boolean.class,
            Character.class,
            Byte.class,
            Short.class,
            Integer.class,
            Long.class,
            Float.class,
            Double.class);

    private Parameters() {}

    /** Whether the server makes such a parameter of a text without asking the application. */
    static boolean isPlain(Type type) {
        return type instanceof Class<?> raw && (raw.isPrimitive() || PLAIN.contains(raw));
    }

    /** Whether such a {@code @Context} is the server's own. */
    static boolean isOfServer(Type type) {
        return type instanceof Class<?> raw
                && (raw.getName().startsWith("jakarta.ws.rs.") || raw.getName().startsWith("jakarta.servlet."));
    }
}
