package org.cachette.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An annotation that cannot take effect fails the deployment. */
@Tag("ee11")
final class WrongPagesIT {

    private static List<String> problems = List.of();

    @BeforeAll
    static void deploy() {
        problems = Refusal.of(WrongPages.all());
    }

    @Test
    void allProblemsAreInOneMessage() {
        assertThat(problems).hasSize(19).first().isEqualTo("Cachette found 18 problems:");
    }

    @Test
    void aPageOfEvents() {
        assertThat(problems)
                .contains(page(WrongPages.Events.class)
                        + " has a parameter SseEventSink: events cannot be kept as a page");
    }

    @Test
    void chunkedOutput() {
        assertThat(problems)
                .contains(page(WrongPages.Chunked.class)
                        + " returns ChunkedOutput: output in chunks cannot be kept as a page");
    }

    @Test
    void voidWithoutAnAsyncResponse() {
        assertThat(problems)
                .contains(page(WrongPages.Silent.class) + " is void: expected a result or a parameter AsyncResponse");
    }

    @Test
    void anInterfaceMethod() {
        assertThat(problems)
                .contains(page(WrongPages.Contract.class)
                        + " cannot act, since CDI does not see annotations on interfaces: expected it on the method or"
                        + " class of " + WrongPages.OnInterfaceMethod.class.getName());
    }

    @Test
    void anInterface() {
        assertThat(problems)
                .contains("@NeverCache on " + WrongPages.AnnotatedContract.class.getName()
                        + " cannot act, since CDI does not see annotations on interfaces: expected it on the method or"
                        + " class of " + WrongPages.OnInterface.class.getName());
    }

    @Test
    void aPost() {
        assertThat(problems)
                .contains(page(WrongPages.Posted.class) + " cannot act: expected a GET or HEAD resource method");
    }

    @Test
    void aMethodThatIsNoResourceMethod() {
        assertThat(problems)
                .contains(page(WrongPages.NoResourceMethod.class)
                        + " cannot act: expected a GET or HEAD resource method");
    }

    @Test
    void aClassThatIsNoResource() {
        assertThat(problems)
                .contains("@CachePage on " + WrongPages.NoResourceClass.class.getName()
                        + " cannot act: expected a class with a GET or HEAD resource method");
    }

    @Test
    void aSubResourceLocator() {
        assertThat(problems)
                .contains(page(WrongPages.Locator.class) + " cannot act: expected a GET or HEAD resource method");
    }

    @Test
    void methodsThatCdiDoesNotIntercept() {
        String type = WrongPages.Unreachable.class.getName();
        String expected = " cannot act: expected a public or protected method that is neither static nor final";

        assertThat(problems)
                .contains(
                        "@VaryOnCookie on " + type + ".byStatic" + expected,
                        "@NeverCache on " + type + ".byPrivate" + expected,
                        "@CacheControl on " + type + ".byPackage" + expected);
    }

    @Test
    void aConstraintOnTheResult() {
        assertThat(problems)
                .contains(page(WrongPages.Constrained.class) + " has the constraint @NotNull on its result, which is"
                        + " not there on a hit: check the result in the method");
    }

    @Test
    void aConstraintOnTheResultByAnInterface() {
        assertThat(problems)
                .contains(page(WrongPages.ConstrainedByInterface.class) + " has the constraint @NotNull on its result,"
                        + " which is not there on a hit: check the result in the method");
    }

    @Test
    void anAsynchronousMethodOfASessionBean() {
        String expected = " is an EJB @Asynchronous method: its caller is not there any more when it runs";

        assertThat(problems)
                .contains(
                        page(WrongPages.EjbAsynchronous.class) + expected,
                        page(WrongPages.EjbAsynchronousClass.class) + expected);
    }

    @Test
    void aMethodThatChangesSomething() {
        String expected = " has @Invalidates too, but a hit changes nothing: expected one of them";

        assertThat(problems)
                .contains(
                        page(WrongPages.Changing.class) + expected,
                        "@CachePage on " + WrongPages.Changing.class.getName() + ".twice" + expected);
    }

    @Test
    void aFinalMethodIsRefusedByTheContainerOrByUs() {
        assertThat(Refusal.message(Map.of(), weld -> {}, WrongPages.Final.class))
                .contains(WrongPages.Final.class.getSimpleName())
                .contains("page");
    }

    private static String page(Class<?> type) {
        return "@CachePage on " + type.getName() + ".page";
    }
}
