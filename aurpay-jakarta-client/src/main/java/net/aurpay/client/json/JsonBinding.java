package net.aurpay.client.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Binds Java types to JSON with a {@link Jsonb} that belongs to this library, so that neither the application's
 * {@code Jsonb} nor its settings change what is signed or read. Thread-safe.
 */
public final class JsonBinding {
    private static final AtomicReference<@Nullable JsonBinding> CURRENT = new AtomicReference<>();

    private final Jsonb jsonb;
    private final Shapes shapes = new Shapes();

    private JsonBinding(Jsonb jsonb) {
        this.jsonb = jsonb;
    }

    /**
     * The binding of this application, which the first call creates. The first call should come when the application is
     * deployed: creating a {@code Jsonb} fails on a thread whose context class loader does not see the server. Such a
     * failure is not remembered, so a later call on another thread can succeed.
     *
     * @throws IllegalStateException if no implementation of JSON-B can be found
     */
    public static JsonBinding get() {
        JsonBinding current = CURRENT.get();
        if (current != null) {
            return current;
        }
        JsonBinding created = new JsonBinding(create());
        return CURRENT.compareAndSet(null, created) ? created : get();
    }

    private static Jsonb create() {
        try {
            return JsonP.look(() -> JsonbBuilder.newBuilder()
                    .withProvider(new TreeProvider(JsonP.PROVIDER))
                    .withConfig(new JsonbConfig().withAdapters(new MoneyAdapter(), new TimeAdapter()))
                    .build());
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            throw new IllegalStateException(
                    "no implementation of JSON-B (jakarta.json.bind) can be found: the server needs one (on Open"
                            + " Liberty, the feature jsonb-3.0), and the first call must be made on a thread of the"
                            + " application",
                    e);
        }
    }

    /**
     * Reads a value of any type that JSON-B can bind. Returns null if there is no value; for the type
     * {@link JsonValue}, returns {@link JsonValue#NULL} instead.
     *
     * @param field names the value in messages
     * @throws UnexpectedFieldException if the value, or a field in it, does not fit the type; the exception names the
     *     field
     */
    public @Nullable Object read(Type type, String field, @Nullable JsonValue value) {
        JsonValue present = value == null ? JsonValue.NULL : value;
        if (present == JsonValue.NULL && type != JsonValue.class) {
            return null;
        }
        try {
            return read(type, present);
        } catch (UnexpectedFieldException e) {
            throw e.within(field);
        }
    }

    /**
     * Reads an object or a value as {@code type}.
     *
     * @throws UnexpectedFieldException if the value, or a field in it, does not fit the type; the exception names the
     *     field
     */
    public <T> T read(Class<T> type, JsonValue value) {
        return type.cast(read((Type) type, value));
    }

    private Object read(Type type, JsonValue value) {
        Shape shape = shapes.of(type);
        if (type instanceof Class<?> json && JsonValue.class.isAssignableFrom(json)) {
            return shape.fit(value);
        }
        TreeParser parser = new TreeParser(value, shape);
        try {
            Object read = jsonb.fromJson(new TreeReader(parser), type);
            return read instanceof List<?> list ? Collections.unmodifiableList(list) : read;
        } catch (RuntimeException e) {
            throw unexpected(e, parser, type);
        }
    }

    private static UnexpectedFieldException unexpected(RuntimeException thrown, TreeParser parser, Type type) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof UnexpectedFieldException unexpected) {
                return unexpected.isLocated() ? unexpected : unexpected.within(parser.path());
            }
        }
        // The message of JSON-B may repeat the value, which may be a secret in the wrong place.
        return new UnexpectedFieldException("does not fit <" + type.getTypeName() + ">", thrown).within(parser.path());
    }

    /**
     * Writes an object as the bytes to hash and to send: UTF-8, without white space.
     *
     * @throws IllegalArgumentException if JSON-B cannot write the object
     */
    public byte[] write(Object entity) {
        try {
            return jsonb.toJson(entity).getBytes(StandardCharsets.UTF_8);
        } catch (JsonbException e) {
            throw new IllegalArgumentException(
                    "the body cannot be written as JSON: " + entity.getClass().getName(), e);
        }
    }
}
