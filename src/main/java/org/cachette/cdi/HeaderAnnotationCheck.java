package org.cachette.cdi;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.backend.Problems;
import org.cachette.page.AnnotatedDeclarations;
import org.cachette.page.FieldNames;
import org.cachette.page.GroupNames;

/** Finds impossible values in the annotations about headers. */
final class HeaderAnnotationCheck {

    private HeaderAnnotationCheck() {}

    static void check(Annotation annotation, String place, Problems problems) {
        if (annotation instanceof CacheControl control) {
            check(control, place, problems);
        } else if (annotation instanceof CachePage page) {
            check(page, place, problems);
        } else if (annotation instanceof VaryOnHeaders headers) {
            if (headers.value().length == 0) {
                problems.add(place + " names no header: expected at least one request header name");
            }
            names(headers.value(), place, "a header name", problems);
        } else if (annotation instanceof VaryOnCookie cookies) {
            names(cookies.value(), place, "a cookie name", problems);
        }
    }

    private static void check(CachePage page, String place, Problems problems) {
        try {
            List<String> names =
                    Arrays.stream(page.groups()).map(GroupNames::checked).toList();
            if (GroupNames.field(names).isEmpty()) {
                problems.add(place + " has groups of more than 4096 characters: expected fewer or shorter names");
            }
        } catch (IllegalArgumentException e) {
            problems.add(place + " has groups: " + e.getMessage());
        }
    }

    private static void names(String[] names, String place, String kind, Problems problems) {
        Arrays.stream(names)
                .filter(name -> !FieldNames.isName(name))
                .forEach(name -> problems.add(place + " has \"" + name + "\": expected " + kind));
    }

    private static void check(CacheControl control, String place, Problems problems) {
        if (control.isPublic() && control.isPrivate()) {
            problems.add(place + " has both isPublic and isPrivate: expected one of them, they exclude each other");
            return;
        }
        boolean negative = negatives(control, place, problems);
        try {
            if (!negative
                    && AnnotatedDeclarations.targeted(control).isEmpty()
                    && AnnotatedDeclarations.directives(control).isEmpty()) {
                problems.add(place + " has no member: expected at least one directive, such as maxAge = 60");
            }
        } catch (IllegalArgumentException e) {
            problems.add(place + ": " + e.getMessage());
        }
    }

    private static boolean negatives(CacheControl control, String place, Problems problems) {
        boolean found = false;
        for (Method member : CacheControl.class.getDeclaredMethods()) {
            if (member.getReturnType() == long.class && value(control, member) < -1) {
                problems.add(place + " has " + member.getName() + " = " + value(control, member)
                        + ": expected seconds, 0 or more, or -1 for none");
                found = true;
            }
        }
        return found;
    }

    private static long value(CacheControl control, Method member) {
        try {
            return (long) member.invoke(control);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("members of annotations can be read", impossible);
        }
    }
}
