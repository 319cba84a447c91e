package org.cachette.fragment;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.cachette.backend.Utf8;
import org.cachette.page.ShortKeys;
import org.jspecify.annotations.Nullable;

/**
 * The keys of fragments: the name, with its length before it, and a digest of the values, {@code fragment|5:count|…}. The
 * values are digested with their lengths, as Django 6.1 does it, so that {@code a:b}, {@code c} is not {@code a},
 * {@code b:c}. Django: {@code make_template_fragment_key}.
 */
final class FragmentKeys {

    private FragmentKeys() {}

    /** @throws IllegalArgumentException when a value does not know how to be a text */
    static String of(String name, @Nullable Object... varyOn) {
        for (Object value : varyOn) {
            if (value != null && !FragmentAttributes.isText(value)) {
                throw new IllegalArgumentException("fragment \"" + name + "\" varies on a value of "
                        + value.getClass().getName()
                        + ": expected texts, numbers, or objects with a toString of their own");
            }
        }
        return ShortKeys.of(
                "fragment", "fragment|" + name.length() + ":" + name + "|" + ShortKeys.digest(delimited(varyOn)));
    }

    /** Each value as its length in bytes, a colon, its bytes and a comma; null as a hyphen and a comma. */
    static byte[] delimited(@Nullable Object... varyOn) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (Object value : varyOn) {
            if (value == null) {
                bytes.writeBytes(new byte[] {'-', ','});
            } else {
                byte[] text = Utf8.ofKey(value.toString());
                bytes.writeBytes((text.length + ":").getBytes(StandardCharsets.US_ASCII));
                bytes.writeBytes(text);
                bytes.write(',');
            }
        }
        return bytes.toByteArray();
    }
}
