package org.cachette.fragment.jsp;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.jsp.tagext.TagData;
import jakarta.servlet.jsp.tagext.TagExtraInfo;
import jakarta.servlet.jsp.tagext.ValidationMessage;
import org.cachette.CacheConfigurationException;
import org.cachette.Caches;
import org.cachette.fragment.FragmentAttributes;
import org.jspecify.annotations.Nullable;

/**
 * Looks at what stands literally in a tag when its page is translated, where the container knows file and line. Safe for
 * use by several threads.
 */
public class CacheTagCheck extends TagExtraInfo {

    @Override
    public ValidationMessage @Nullable [] validate(TagData data) {
        try {
            FragmentAttributes.name(data.getAttribute("name"));
            if (data.getAttribute("timeout") instanceof String timeout && isLiteral(timeout)) {
                FragmentAttributes.timeout(timeout);
            }
            if (data.getAttribute("using") instanceof String cache && isLiteral(cache)) {
                checkCache(cache);
            }
            return null;
        } catch (IllegalArgumentException | CacheConfigurationException e) {
            return new ValidationMessage[] {new ValidationMessage(data.getId(), e.getMessage())};
        }
    }

    /** Instead of the mark for an expression, some containers give its text. */
    private static boolean isLiteral(String text) {
        return !text.contains("${") && !text.contains("#{");
    }

    /** Not where pages are translated without their application: they are checked again when they are used. */
    private static void checkCache(String name) {
        CDI<Object> application;
        try {
            application = CDI.current();
        } catch (IllegalStateException e) {
            return;
        }
        if (!name.isEmpty()) {
            application.select(Caches.class).get().get(name);
        }
    }
}
