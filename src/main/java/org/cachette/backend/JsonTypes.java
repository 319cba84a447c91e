package org.cachette.backend;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The classes that JSON may be made of and into. JSON makes objects of any class that has a constructor, so of the
 * JDK's classes only those count that JSON-B knows as values: of the others, some start threads in theirs.
 */
record JsonTypes(AllowList allowed) {

    private static final Set<String> VALUES = Set.of(
            "java.lang.String",
            "java.lang.Character",
            "java.lang.Boolean",
            "java.lang.Byte",
            "java.lang.Short",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Float",
            "java.lang.Double",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.net.URI",
            "java.sql.Date",
            "java.sql.Time",
            "java.sql.Timestamp",
            "java.time.Duration",
            "java.time.Instant",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.OffsetDateTime",
            "java.time.OffsetTime",
            "java.time.Period",
            "java.time.ZoneOffset",
            "java.time.ZonedDateTime",
            "java.util.ArrayDeque",
            "java.util.ArrayList",
            "java.util.Date",
            "java.util.GregorianCalendar",
            "java.util.LinkedHashMap",
            "java.util.LinkedHashSet",
            "java.util.PriorityQueue",
            "java.util.UUID");

    /** A class that the value can be made of again. */
    static Class<?> of(Object value) {
        if (value instanceof List) {
            return ArrayList.class;
        }
        if (value instanceof Set) {
            return LinkedHashSet.class;
        }
        if (value instanceof Map) {
            return LinkedHashMap.class;
        }
        return value instanceof Enum<?> constant ? constant.getDeclaringClass() : value.getClass();
    }

    /** True when objects of that class may be written and made; for an array, those in it. */
    boolean allows(Class<?> type) {
        Class<?> element = type;
        while (element.isArray()) {
            element = element.getComponentType();
        }
        String name = element.getName();
        return element.isPrimitive()
                || VALUES.contains(name)
                || allowed.names(name)
                || (element.isEnum() && allowed.allows(name));
    }
}
