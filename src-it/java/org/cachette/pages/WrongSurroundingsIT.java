package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.cachette.embedded.EmbeddedServer;
import org.cachette.pages.WrongSurroundings.AtTheSameTime;
import org.cachette.pages.WrongSurroundings.Decorated;
import org.cachette.pages.WrongSurroundings.Finding;
import org.cachette.pages.WrongSurroundings.Guarded;
import org.cachette.pages.WrongSurroundings.GuardedByStereotype;
import org.cachette.pages.WrongSurroundings.GuardedClass;
import org.cachette.pages.WrongSurroundings.GuardedElsewhere;
import org.cachette.pages.WrongSurroundings.InBeansXml;
import org.cachette.pages.WrongSurroundings.InTime;
import org.cachette.pages.WrongSurroundings.Polite;
import org.cachette.pages.WrongSurroundings.PoliteFinder;
import org.cachette.pages.WrongSurroundings.SelfGuarded;
import org.cachette.pages.WrongSurroundings.SelfGuarding;
import org.cachette.pages.WrongSurroundings.TooLate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What would be skipped on a hit fails the deployment of the page that it surrounds. */
@Tag("ee11")
final class WrongSurroundingsIT {

    @ParameterizedTest
    @ValueSource(classes = {Guarded.class, GuardedClass.class, GuardedByStereotype.class})
    void anInterceptorOfBeansXml(Class<?> guarded) {
        assertThat(Refusal.of(Map.of(), weld -> weld.addInterceptor(InBeansXml.class), guarded, InBeansXml.class))
                .containsExactly(skipped(guarded, InBeansXml.class));
    }

    @ParameterizedTest
    @ValueSource(classes = {TooLate.class, AtTheSameTime.class})
    void anInterceptorWhosePriorityIsNotSmaller(Class<?> interceptor) {
        assertThat(Refusal.of(Guarded.class, interceptor)).containsExactly(skipped(Guarded.class, interceptor));
    }

    @Test
    void aDecorator() {
        assertThat(Refusal.of(Decorated.class, Polite.class))
                .containsExactly(page(Decorated.class) + " would skip the decorator " + Polite.class.getName()
                        + " on a hit: expected an interceptor with a @Priority below 4900, or no decorator on a cached"
                        + " method");
    }

    @Test
    void aDecoratorOfAGenericType() {
        assertThat(Refusal.of(Finding.class, PoliteFinder.class))
                .singleElement()
                .asString()
                .startsWith(page(Finding.class) + " would skip the decorator " + PoliteFinder.class.getName());
    }

    @Test
    void anAroundInvokeMethodOfTheBeanItself() {
        assertThat(Refusal.of(SelfGuarded.class))
                .containsExactly(page(SelfGuarded.class) + " would skip the bean's own @AroundInvoke method "
                        + SelfGuarding.class.getName() + ".around on a hit: expected an interceptor class with a"
                        + " @Priority below 4900");
    }

    @Test
    void allOfThemAreInOneMessage() {
        List<String> problems =
                Refusal.of(Guarded.class, SelfGuarded.class, Decorated.class, Polite.class, TooLate.class);

        assertThat(problems).hasSize(4).first().isEqualTo("Cachette found 3 problems:");
    }

    @Test
    void anInterceptorWithASmallerPriorityIsWelcome() {
        assertDeploys(Guarded.class, InTime.class);
    }

    @Test
    void anInterceptorThatIsNotEnabledIsNoObstacle() {
        assertDeploys(Guarded.class, InBeansXml.class);
    }

    @Test
    void anInterceptorAroundAnotherMethodIsNoObstacle() {
        assertDeploys(GuardedElsewhere.class, TooLate.class);
    }

    private static void assertDeploys(Class<?>... classes) {
        try (EmbeddedServer server = EmbeddedServer.start(Map.of(), classes)) {
            assertThat(server.uri()).isNotNull();
        }
    }

    private static String skipped(Class<?> guarded, Class<?> interceptor) {
        return page(guarded) + " would skip the interceptor " + interceptor.getName()
                + " on a hit, since it runs inside the page cache: expected a @Priority below 4900 on it, in place of"
                + " beans.xml";
    }

    private static String page(Class<?> type) {
        return "@CachePage on " + type.getName() + ".page";
    }
}
