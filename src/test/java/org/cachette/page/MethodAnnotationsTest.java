package org.cachette.page;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.cachette.annotation.CachePage;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Annotations are found where CDI finds them. */
final class MethodAnnotationsTest {

    @Test
    void theMethodsOwnWinsOverTheClass() throws Exception {
        assertThat(seconds(OnBoth.class, "own")).isEqualTo(1);
        assertThat(seconds(OnBoth.class, "inherited")).isEqualTo(2);
    }

    @Test
    @Tag("DJ-VIEW-18")
    void thatOfTheSuperclassHoldsForSubclasses() throws Exception {
        assertThat(seconds(Below.class, "inherited")).isEqualTo(2);
        assertThat(seconds(Generated.class, "own")).isEqualTo(1);
    }

    @Test
    void anOverrideWithoutAnAnnotationHasThatOfTheClass() throws Exception {
        assertThat(seconds(Below.class, "own")).isEqualTo(2);
    }

    @Test
    void aStereotypeHoldsForTheWholeClass() throws Exception {
        assertThat(seconds(ByStereotype.class, "page")).isEqualTo(3);
    }

    @Test
    void aStereotypeOfAStereotypeHoldsToo() throws Exception {
        assertThat(seconds(ByOuterStereotype.class, "page")).isEqualTo(3);
    }

    @Test
    void theClassWinsOverItsStereotype() throws Exception {
        assertThat(seconds(OverStereotype.class, "page")).isEqualTo(4);
    }

    @Test
    void anAnnotationOnAnInterfaceDoesNotCount() throws Exception {
        assertThat(seconds(Implementing.class, "page")).isEqualTo(-1);
    }

    private static long seconds(Class<?> type, String method) throws Exception {
        return MethodAnnotations.find(CachePage.class, type.getMethod(method), type)
                .map(CachePage::value)
                .orElse(-1L);
    }

    @CachePage(2)
    public static class OnBoth {

        @CachePage(1)
        public void own() {}

        public void inherited() {}
    }

    public static class Below extends OnBoth {

        @Override
        public void own() {}
    }

    public static class Generated extends OnBoth {}

    @Stereotype
    @CachePage(3)
    @Target({ElementType.TYPE, ElementType.ANNOTATION_TYPE})
    @Retention(RetentionPolicy.RUNTIME)
    public @interface Article {}

    @Stereotype
    @Article
    @Target(ElementType.TYPE)
    @Retention(RetentionPolicy.RUNTIME)
    public @interface News {}

    @Article
    public static class ByStereotype {

        public void page() {}
    }

    @News
    public static class ByOuterStereotype {

        public void page() {}
    }

    @Article
    @CachePage(4)
    public static class OverStereotype {

        public void page() {}
    }

    public interface Annotated {

        @CachePage(5)
        void page();
    }

    public static class Implementing implements Annotated {

        @Override
        public void page() {}
    }
}
