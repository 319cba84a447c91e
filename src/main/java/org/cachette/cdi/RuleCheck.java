package org.cachette.cdi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.stream.Stream;
import org.cachette.annotation.CachePage;
import org.cachette.config.PageSettings;
import org.cachette.page.MethodAnnotations;

/** Finds settings for pages that have no effect, so that none is silently inert. */
final class RuleCheck {

    private static final Logger LOG = System.getLogger("org.cachette.cdi");

    private RuleCheck() {}

    static void check(PageSettings pages, Collection<Class<?>> beanClasses) {
        if (pages.siteEnabled()) {
            LOG.log(
                    Level.WARNING,
                    "cachette.site.enabled has no effect yet: this version caches pages by annotation only");
        }
        for (String rule : pages.rules().keySet()) {
            if (rule.startsWith("/")) {
                LOG.log(
                        Level.WARNING,
                        "cachette.pages.\"{0}\" has no effect yet: this version caches pages by annotation only",
                        rule);
            } else if (beanClasses.stream().noneMatch(each -> isMethodOf(each, rule))) {
                LOG.log(
                        Level.WARNING,
                        "cachette.pages.\"{0}\" has no effect: expected the name of a class, a slash, and the name of"
                                + " a method of it under @CachePage",
                        rule);
            }
        }
    }

    private static boolean isMethodOf(Class<?> beanClass, String rule) {
        return rule.startsWith(beanClass.getName() + "/")
                && Stream.of(beanClass.getMethods())
                        .filter(method -> rule.equals(beanClass.getName() + "/" + method.getName()))
                        .anyMatch(method -> MethodAnnotations.find(CachePage.class, method, beanClass)
                                .isPresent());
    }
}
