package org.cachette.cdi;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.cachette.annotation.CachePage;
import org.cachette.backend.Problems;
import org.cachette.config.PageRule;
import org.cachette.config.PageSettings;
import org.cachette.page.MethodAnnotations;

/** Finds page rules that cannot work, or have no effect, so that none is silently inert. */
final class RuleCheck {

    private static final Logger LOG = System.getLogger("org.cachette.cdi");

    private RuleCheck() {}

    static void check(PageSettings pages, Collection<Class<?>> beanClasses, Problems problems) {
        pages.rules().forEach((target, rule) -> {
            if (target.startsWith("/")) {
                checkUrl(target, rule, problems);
            } else {
                checkMethod(target, rule, beanClasses);
            }
        });
    }

    private static void checkUrl(String template, PageRule rule, Problems problems) {
        String setting = "cachette.pages.\"" + template + "\"";
        if (rule.timeout().isEmpty()) {
            problems.add(setting + " has no timeout: expected " + setting
                    + ".timeout in seconds, or 0 for pages that are" + " not to be cached");
        }
        try {
            UrlRule.of(template, rule);
        } catch (PatternSyntaxException e) {
            problems.add(
                    setting + " is no URL template: expected a path such as /articles/{id} (" + e.getDescription()
                            + ")",
                    e);
        }
    }

    private static void checkMethod(String target, PageRule rule, Collection<Class<?>> beanClasses) {
        List<Boolean> annotated = beanClasses.stream()
                .filter(each -> target.startsWith(each.getName() + "/"))
                .flatMap(each -> annotated(each, target))
                .toList();
        if (annotated.isEmpty() || (rule.timeout().isEmpty() && !annotated.contains(true))) {
            LOG.log(
                    Level.WARNING,
                    "cachette.pages.\"{0}\" has no effect: expected the name of a class, a slash, and the name of a"
                            + " method of it, which is under @CachePage or is given a timeout",
                    target);
        }
    }

    /** For each method that is meant, whether it is under {@code @CachePage}. */
    private static Stream<Boolean> annotated(Class<?> beanClass, String target) {
        return Stream.of(beanClass.getMethods())
                .filter(method -> target.equals(beanClass.getName() + "/" + method.getName()))
                .map(method -> MethodAnnotations.find(CachePage.class, method, beanClass)
                        .isPresent());
    }
}
