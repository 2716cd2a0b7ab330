package net.aurpay.it.app;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Objects;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import org.jspecify.annotations.Nullable;

/** Makes one call of a client, and returns {@code {"result": …}}, or a description of the exception. */
public final class Invocation {
    private Invocation() {}

    public static <T> JsonValue call(Class<T> type, T client, String name, JsonArray arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name));
        @Nullable Object[] values = new @Nullable Object[arguments.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = Plain.fromJson(method.getParameterTypes()[i], arguments.get(i));
        }
        try {
            Object result = method.invoke(client, values);
            return Json.createObjectBuilder()
                    .add("result", Plain.toJson(result))
                    .build();
        } catch (InvocationTargetException e) {
            return failure(Objects.requireNonNull(e.getCause()));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonValue failure(Throwable thrown) {
        JsonObjectBuilder failure = Json.createObjectBuilder()
                .add("exception", thrown.getClass().getSimpleName())
                .add("message", String.valueOf(thrown.getMessage()));
        if (thrown instanceof AurpayException e) {
            failure.add("code", e.code())
                    .add("httpStatus", e.httpStatus())
                    .add("outcomeUnknown", e.outcomeUnknown())
                    .add("traceId", e.traceId() == null ? JsonValue.NULL : Json.createValue(e.traceId()));
        }
        if (thrown instanceof AurpayUnavailableException e && e.retryAfter() != null) {
            failure.add("retryAfter", e.retryAfter().toSeconds());
        }
        return failure.build();
    }
}
