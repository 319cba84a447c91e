package org.cachette.values;

import jakarta.enterprise.context.Dependent;
import java.io.InputStream;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.cachette.annotation.CacheControl;
import org.cachette.annotation.CachePage;
import org.cachette.annotation.Cached;
import org.cachette.annotation.Invalidates;

/** Each method wrong in one way. */
@Dependent
public class WrongValues {

    /** Not Serializable. */
    public record Thing(String name) {}

    /** No interceptor sees annotations here. */
    @Cached
    @Dependent
    public static class OnAClass {

        /** Right by itself. */
        public String value() {
            return "";
        }
    }

    @Cached
    public void nothing() {}

    @Cached
    private String secret() {
        return "";
    }

    @Cached
    public static String shared() {
        return "";
    }

    @Cached
    public InputStream stream() {
        return InputStream.nullInputStream();
    }

    @Cached
    public Stream<String> elements() {
        return Stream.of(secret());
    }

    @Cached
    public OptionalInt plain() {
        return OptionalInt.empty();
    }

    @Cached
    public Thing thing() {
        return new Thing("");
    }

    @Cached(timeout = -2)
    public String timeout() {
        return "";
    }

    @Cached(cache = "other")
    public String cache() {
        return "";
    }

    @Cached(key = "a-{member}")
    public String unknown(String name) {
        return name;
    }

    @Cached(key = "a-{2}")
    public String index(String one, String two) {
        return one + two;
    }

    @Cached(key = "a-{thing.size}")
    public String property(Thing thing) {
        return thing.name();
    }

    @Cached(key = "a-{0")
    public String brace(String name) {
        return name;
    }

    @Cached(key = "{one}{two}")
    public String touching(String one, String two) {
        return one + two;
    }

    @Cached
    public String object(Thing thing) {
        return thing.name();
    }

    @Cached
    @Invalidates(key = "a")
    public String both() {
        return "";
    }

    @Cached
    @CachePage(60)
    public String page() {
        return "";
    }

    @Cached
    @CacheControl(isPrivate = true)
    public String saying() {
        return "";
    }

    @Cached(key = "{one}%{two}")
    public String escape(String one, String two) {
        return one + two;
    }

    @Invalidates
    public void what() {}

    @Invalidates(page = "/a", varyOn = "b")
    public void varyOn() {}

    @Invalidates(fragment = "a", cache = "other")
    public void otherCache() {}

    @Invalidates(page = "/{topic}")
    public void topic(String name) {}
}
