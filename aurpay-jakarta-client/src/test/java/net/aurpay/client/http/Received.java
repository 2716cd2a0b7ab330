package net.aurpay.client.http;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import net.aurpay.client.TestData;

/**
 * Passes the response to a call through the classes of this library in the order that servers use: the filter finds a
 * failure and carries it in a header, the mapper turns the header into an exception, the reader reads the data of any
 * other response, and the interceptor translates exceptions.
 */
@SuppressWarnings("ArrayRecordComponent") // Instances are never compared.
record Received(Method method, int status, String contentType, byte[] body) {
    static Received json(Method method, String body) {
        return new Received(method, 200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns the result that the caller gets. */
    Object result() {
        try {
            return read();
        } catch (RuntimeException e) {
            throw ExceptionTranslator.of(method, e, "<dashboard.aurpay.net:443>");
        }
    }

    private Object read() {
        MultivaluedHashMap<String, String> headers = TestData.headers("a-trace-id", "A1B2C3D4");
        headers.putSingle("Content-Type", contentType);
        ApiResponse response = new ApiResponse(status, headers, body, false, false, List::of, null);
        JsonObject envelope = response.envelope();
        FailureDetails failure = response.failure(envelope, ExceptionTranslator.effect(method));
        if (failure != null) {
            throw FailureDetails.fromJson(failure.toJson()).exception(null);
        }
        return ResponseReader.read(method.getGenericReturnType(), Objects.requireNonNull(envelope), "A1B2C3D4");
    }
}
