package org.cachette.fragment.jsp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PageLineTest {

    private static final String PAGE = """
            <c:cache timeout="${a > b ? 1 : 2}" name="first">x</c:cache>
              <my:cache
                  timeout="120"
                  name = 'second'>
            <input name="third"/><c:cache timeout="1" name="twice"/>
            <c:cache name="twice" timeout="1"/>
            """;

    @ParameterizedTest
    @CsvSource({"first, ' line 1'", "second, ' line 2'", "twice, ' line 5 or 6'", "third, ''", "sec.nd, ''"})
    void aTagIsFoundByItsName(String name, String lines) {
        assertThat(PageLine.lines(PAGE, name)).isEqualTo(lines);
    }
}
