package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

final class ServersTest {

    @Test
    @Tag("DJ-MC-01")
    void serversAreSeparatedByCommasSemicolonsOrBlanks() {
        List<Server> both = List.of(new Server("a", 11211), new Server("b", 11212));

        for (String location : List.of("a,b:11212", "a;b:11212", "a b:11212", " a:11211 ,\n b:11212; a")) {
            assertThat(Servers.of(location)).isEqualTo(both);
        }
    }

    @Test
    @Tag("DJ-MC-03")
    void aServerIsAnAddressANameOrAUnixSocket() {
        assertThat(Servers.of("unix:/run/m.sock")).containsExactly(new Server("/run/m.sock", 0));
        assertThat(Servers.of("/run/m.sock")).containsExactly(new Server("/run/m.sock", 0));
        assertThat(Servers.of("[::1]:11212")).containsExactly(new Server("::1", 11212));
        assertThat(Servers.of("[::1]")).containsExactly(new Server("::1", 11211));
        assertThat(Servers.of("fe80::1")).containsExactly(new Server("fe80::1", 11211));
        assertThat(Servers.of("cache-1.example.org")).containsExactly(new Server("cache-1.example.org", 11211));
    }

    @Test
    void withoutALocationItIsThisMachine() {
        assertThat(Servers.of("")).containsExactly(new Server("127.0.0.1", 11211));
    }

    @Test
    void aServerReadsAsItIsWritten() {
        for (String text : List.of("unix:/run/m.sock", "[::1]:11211", "localhost:11212")) {
            assertThat(Servers.of(text).get(0)).hasToString(text);
        }
    }

    @Test
    void whatIsNoServerIsRefused() {
        for (String text : List.of("a:0", "a:65536", "a:b", "http://a", "[::1", "[zz]:1", ":11211", "unix:relative")) {
            assertThatThrownBy(() -> Servers.of("fine," + text))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(text);
        }
    }
}
