package org.cachette.backend;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The classes whose objects a serializer may write and make: value types and collections of the JDK always, those of
 * the application by {@code cachette.serializer.allow}. Immutable.
 */
public final class AllowList {

    /** In these packages all serialisable classes are plain values and collections; others start threads. */
    private static final Set<String> VALUE_PACKAGES = Set.of(
            "java.math",
            "java.time",
            "java.time.chrono",
            "java.util.concurrent",
            "java.util.concurrent.atomic",
            "java.util.concurrent.locks",
            "java.util");

    private static final Set<String> VALUE_CLASSES = Set.of(
            "java.lang.Object",
            "java.lang.String",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Number",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.lang.Enum",
            "java.lang.Comparable",
            "java.lang.CharSequence",
            "java.net.URI",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp",
            "sun.util.calendar.ZoneInfo");

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}_$][\\p{L}\\p{N}_$]*(\\.[\\p{L}_$][\\p{L}\\p{N}_$]*)*(\\.\\*\\*)?");

    private final List<String> classes;
    private final List<String> packages;

    private AllowList(List<String> names) {
        this.classes = names.stream().filter(name -> !name.endsWith(".**")).toList();
        this.packages = names.stream()
                .filter(name -> name.endsWith(".**"))
                .map(name -> name.substring(0, name.length() - 2))
                .toList();
    }

    /**
     * Of class names, which stand for their nested classes too, and patterns such as {@code com.acme.**}, for the
     * package and all below it, separated by commas.
     *
     * @throws IllegalArgumentException when one of them is neither
     */
    public static AllowList of(String names) {
        List<String> list = Arrays.stream(names.split(",", -1))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        list.stream().filter(name -> !NAME.matcher(name).matches()).forEach(name -> {
            throw new IllegalArgumentException(name);
        });
        return new AllowList(list);
    }

    /** True when objects of that class may be written and made; for an array, those in it. */
    public boolean allows(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        return element.isPrimitive() || allows(element.getName());
    }

    /** As {@link #allows(Class)} for a class that is not an array, by its name. */
    public boolean allows(String className) {
        return isValueOfTheJdk(className) || names(className);
    }

    /** True for classes that the application allows itself. */
    boolean names(String className) {
        return classes.stream().anyMatch(name -> className.equals(name) || className.startsWith(name + "$"))
                || packages.stream().anyMatch(className::startsWith);
    }

    private static boolean isValueOfTheJdk(String className) {
        int dot = className.lastIndexOf('.');
        return VALUE_CLASSES.contains(className) || VALUE_PACKAGES.contains(className.substring(0, Math.max(dot, 0)));
    }

    /** What to tell someone whose class is not on the list. */
    String refusal(String className) {
        return "class " + className + " is not allowed in a cache: name it in cachette.serializer.allow," + " as "
                + className + " or by a pattern such as com.acme.**";
    }
}
