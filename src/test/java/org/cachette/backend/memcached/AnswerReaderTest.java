package org.cachette.backend.memcached;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.cachette.backend.memcached.Answer.Code;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AnswerReaderTest {

    private static final WireKey KEY = WireKey.of("key");

    private final AnswerReader reader = new AnswerReader(100);

    private @Nullable Answer read(String text, Request request) throws ProtocolException {
        return reader.next(ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1)), request);
    }

    private static Request get() {
        return Request.find(7, KEY);
    }

    @Test
    void aValueComesWithItsFlags() throws ProtocolException {
        Answer answer = read("VA 5 f" + EntryBytes.PLAIN + " t30 c18446744073709551615 kkey O7\r\nhello\r\n", get());

        assertThat(answer).isNotNull().satisfies(found -> {
            assertThat(found.code()).isEqualTo(Code.VALUE);
            assertThat(found.item()).asString(StandardCharsets.US_ASCII).isEqualTo("hello");
            assertThat(found.flags()).isEqualTo(EntryBytes.PLAIN);
            assertThat(found.life()).isEqualTo(30);
            assertThat(found.cas()).isEqualTo(-1);
        });
    }

    @Test
    void anAnswerMayComeByteByByte() throws ProtocolException {
        String text = "VA 5 f1 t-1 c2 kkey O7\r\nhello\r\n";
        ByteBuffer in = ByteBuffer.allocate(100);
        for (int i = 0; i < text.length() - 1; i++) {
            in.put((byte) text.charAt(i)).flip();
            assertThat(reader.next(in, get())).isNull();
            in.compact();
        }
        in.put((byte) '\n').flip();

        assertThat(reader.next(in, get())).isNotNull().satisfies(found -> {
            assertThat(found.item()).hasSize(5);
            assertThat(found.life()).isEqualTo(Expiration.NO_END);
        });
    }

    @Test
    void anItemLongerThanTheLimitIsDroppedAndTheNextAnswerIsRead() throws ProtocolException {
        ByteBuffer in = ByteBuffer.wrap(
                ("VA 101 kkey O7\r\n" + "x".repeat(101) + "\r\nEN kkey O7\r\n").getBytes(StandardCharsets.US_ASCII));

        assertThat(reader.next(in, get())).isNotNull().extracting(Answer::code).isEqualTo(Code.TOO_LONG);
        assertThat(reader.next(in, get())).isNotNull().extracting(Answer::code).isEqualTo(Code.MISSING);
    }

    @Test
    void eachCodeIsUnderstood() throws ProtocolException {
        Request set = Request.set(7, KEY, new byte[0], 0);
        assertThat(read("HD kkey O7\r\n", set)).extracting("code").isEqualTo(Code.DONE);
        assertThat(read("NS kkey O7\r\n", set)).extracting("code").isEqualTo(Code.NOT_STORED);
        assertThat(read("EX kkey O7\r\n", set)).extracting("code").isEqualTo(Code.CHANGED);
        assertThat(read("NF kkey O7\r\n", set)).extracting("code").isEqualTo(Code.MISSING);
        assertThat(read("SERVER_ERROR object too large for cache\r\n", set))
                .extracting("code")
                .isEqualTo(Code.REFUSED);
        assertThat(read("CLIENT_ERROR cannot increment or decrement non-numeric value\r\n", set))
                .extracting("code")
                .isEqualTo(Code.NOT_A_NUMBER);
        assertThat(read("OK\r\n", Request.flush())).extracting("code").isEqualTo(Code.DONE);
    }

    @Test
    void whatIsNoAnswerToTheRequestIsAnError() {
        for (String text : new String[] {
            "HD kkey O8\r\n",
            "HD kkez O7\r\n",
            "HD kke O7\r\n",
            "HD O7\r\n",
            "HD kkey\r\n",
            "HD kkey O\r\n",
            "HD kkey O7",
            "OK\r\n",
            "MN\r\n",
            "VA\r\n",
            "VA 1073741825 kkey O7\r\n",
            "VA 18446744073709551617 kkey O7\r\n",
            "VA 2 kkey O7\r\nabc\r\n",
            "SERVER_ERROR out of memory\r\n",
            "ERROR\r\n",
            "H\r\n",
            "\r\n",
            "HD kkey O7\n"
        }) {
            if (text.endsWith("\n")) {
                assertThatThrownBy(() -> new AnswerReader(100)
                                .next(ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)), get()))
                        .as(text)
                        .isInstanceOf(ProtocolException.class);
            }
        }
    }

    @Test
    void aLineWithoutAnEndIsAnError() {
        assertThatThrownBy(() -> read("x".repeat(1024), get())).isInstanceOf(ProtocolException.class);
    }
}
