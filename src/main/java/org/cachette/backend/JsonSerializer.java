package org.cachette.backend;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.cachette.CacheException;

/**
 * JSON by the application's JSON-B implementation: the name of the value's class, which has to be on the allow-list,
 * then the JSON. Lists, sets and maps are read back as the JDK's own, and what is in them as JSON-B makes it of JSON
 * alone: values that hold anything else than strings and booleans belong into a class of their own.
 */
public final class JsonSerializer implements Serializer {

    private final AllowList allowed;
    private final JsonTypes types;
    private final ClassLoader loader;
    private final Jsonb jsonb = JsonbBuilder.create();

    /**
     * Makes objects of the loader's classes.
     *
     * @throws jakarta.json.bind.JsonbException when there is no JSON-B implementation
     */
    public JsonSerializer(AllowList allowed, ClassLoader loader) {
        this.allowed = allowed;
        this.types = new JsonTypes(allowed);
        this.loader = loader;
    }

    @Override
    public byte[] toBytes(Object value) {
        Class<?> type = JsonTypes.of(value);
        if (!types.allows(type)) {
            throw new CacheException(allowed.refusal(type.getName()));
        }
        try {
            return Utf8.bytes(type.getName() + "\n" + jsonb.toJson(value));
        } catch (CharacterCodingException e) {
            throw new CacheException(
                    "a value of " + type.getName()
                            + " cannot be written as JSON: a text in it has half a surrogate pair",
                    e);
        }
    }

    @Override
    public Object fromBytes(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        String name = end < 0 ? "" : text.substring(0, end);
        try {
            Class<?> type = allowedClass(name);
            return jsonb.fromJson(text.substring(end + 1), type);
        } catch (ClassNotFoundException e) {
            throw new UnreadableEntryException(e.toString(), e);
        }
    }

    private Class<?> allowedClass(String name) throws ClassNotFoundException {
        if (!name.startsWith("[") && !allowed.allows(name)) {
            throw new UnreadableEntryException(allowed.refusal(name));
        }
        Class<?> type = Class.forName(name, false, loader);
        if (!types.allows(type)) {
            throw new UnreadableEntryException(allowed.refusal(name));
        }
        return type;
    }
}
