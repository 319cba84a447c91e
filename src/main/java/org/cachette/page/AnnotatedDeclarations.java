package org.cachette.page;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.NeverCache;
import org.cachette.annotation.VaryOnCookie;
import org.cachette.annotation.VaryOnHeaders;
import org.cachette.http.CacheDirectives;
import org.cachette.http.CacheDirectivesBuilder;
import org.cachette.http.TargetedField;

/** Turns the annotations about a response into declarations. */
public final class AnnotatedDeclarations {

    private AnnotatedDeclarations() {}

    /** Declares all that the annotations on a method, or on its class, say. */
    public static void declareAll(Method method, Class<?> beanClass, Declarations declarations) {
        declare(CacheControl.class, method, beanClass, declarations);
        declare(VaryOnHeaders.class, method, beanClass, declarations);
        declare(VaryOnCookie.class, method, beanClass, declarations);
        declare(NeverCache.class, method, beanClass, declarations);
    }

    /** Declares what one kind of annotation on a method, or on its class, says. */
    public static <A extends Annotation> void declare(
            Class<A> type, Method method, Class<?> beanClass, Declarations declarations) {
        MethodAnnotations.find(type, method, beanClass).ifPresent(found -> declare(found, declarations));
    }

    private static void declare(Annotation annotation, Declarations declarations) {
        if (annotation instanceof CacheControl control) {
            declarations.cacheControl(directives(control), targeted(control));
        } else if (annotation instanceof VaryOnHeaders headers) {
            declarations.varyOn(headers.value());
        } else if (annotation instanceof VaryOnCookie cookies) {
            declarations.varyOnCookie(cookies.value());
        } else if (annotation instanceof NeverCache) {
            declarations.neverCache();
        }
    }

    /**
     * The directives of the annotation.
     *
     * @throws IllegalArgumentException when a member's value is not possible; the message names the member
     */
    public static CacheDirectives directives(CacheControl control) {
        CacheDirectivesBuilder directives = CacheDirectives.builder();
        flag(control.isPublic(), directives::isPublic);
        flag(control.isPrivate(), directives::isPrivate);
        flag(control.noCache(), directives::noCache);
        flag(control.noStore(), directives::noStore);
        flag(control.noTransform(), directives::noTransform);
        flag(control.mustRevalidate(), directives::mustRevalidate);
        flag(control.proxyRevalidate(), directives::proxyRevalidate);
        flag(control.mustUnderstand(), directives::mustUnderstand);
        flag(control.immutable(), directives::immutable);
        seconds(control.maxAge(), directives, CacheDirectivesBuilder::maxAge);
        seconds(control.sMaxAge(), directives, CacheDirectivesBuilder::sMaxAge);
        seconds(control.staleWhileRevalidate(), directives, CacheDirectivesBuilder::staleWhileRevalidate);
        seconds(control.staleIfError(), directives, CacheDirectivesBuilder::staleIfError);
        for (String extension : List.of(control.extensions())) {
            extend(directives, extension);
        }
        return directives.build();
    }

    /**
     * What the annotation says to some caches alone.
     *
     * @throws IllegalArgumentException when one is not possible; the message names it
     */
    public static List<TargetedField> targeted(CacheControl control) {
        return Stream.of(control.targeted()).map(TargetedField::parse).toList();
    }

    private static void flag(boolean on, Runnable set) {
        if (on) {
            set.run();
        }
    }

    private static void seconds(
            long seconds, CacheDirectivesBuilder directives, BiConsumer<CacheDirectivesBuilder, Duration> set) {
        if (seconds >= 0) {
            set.accept(directives, Duration.ofSeconds(seconds));
        }
    }

    /** By the grammar of the field, so that a quoted value is taken as it is. */
    private static void extend(CacheDirectivesBuilder directives, String extension) {
        CacheDirectives parsed = CacheDirectives.parse(extension);
        String name = extension.split("=", 2)[0].trim();
        String value = parsed.extension(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the extension \"" + extension + "\" is no directive: expected name or name=value"));
        if (value.isEmpty()) {
            directives.extension(name);
        } else {
            directives.extension(name, value);
        }
    }
}
