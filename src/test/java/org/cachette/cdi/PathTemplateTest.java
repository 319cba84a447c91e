package org.cachette.cdi;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** Methods between which the server chooses have the same template. */
final class PathTemplateTest {

    @Test
    void slashesAtTheEndsAndNamesOfParametersDoNotCount() throws Exception {
        assertThat(of(One.class, "page")).isEqualTo(of(Two.class, "page"));
    }

    @Test
    void anExpressionCountsAsItIsWritten() throws Exception {
        assertThat(of(One.class, "numbered")).isEqualTo(of(Two.class, "numbered"));
        assertThat(of(One.class, "numbered")).isNotEqualTo(of(One.class, "page"));
    }

    @Test
    void aMethodWithoutAPathAnswersThatOfItsClass() throws Exception {
        assertThat(of(One.class, "root")).isEqualTo(of(Two.class, "root"));
    }

    @Test
    void theClassCounts() throws Exception {
        assertThat(of(Other.class, "page")).isNotEqualTo(of(One.class, "page"));
        assertThat(of(Other.class, "page").ofClass()).contains("others");
    }

    @Test
    void thePathOfAnInterfaceCountsAsThatOfItsClass() throws Exception {
        assertThat(of(Implementing.class, "page")).isEqualTo(of(One.class, "page"));
    }

    @Test
    void aSubResourceHasNoPathOfItsClass() throws Exception {
        assertThat(of(Sub.class, "page").ofClass()).isEmpty();
    }

    private static PathTemplate of(Class<?> type, String method) throws Exception {
        return PathTemplate.of(type.getMethod(method), type);
    }

    @Path("/things")
    public static class One {

        @GET
        @Path("{id}")
        public void page() {}

        @GET
        @Path("n/{id: \\d+}")
        public void numbered() {}

        @GET
        public void root() {}
    }

    @Path("things/")
    public static class Two {

        @GET
        @Path("/{ number }/")
        public void page() {}

        @GET
        @Path("n/{ number :\\d+}")
        public void numbered() {}

        @GET
        @Path("/")
        public void root() {}
    }

    @Path("others")
    public static class Other {

        @GET
        @Path("{id}")
        public void page() {}
    }

    @Path("things")
    public interface Contract {

        @GET
        @Path("{id}")
        void page();
    }

    public static class Implementing implements Contract {

        @Override
        public void page() {}
    }

    public static class Sub {

        @GET
        @Path("{id}")
        public void page() {}
    }
}
