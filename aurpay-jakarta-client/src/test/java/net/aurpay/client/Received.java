package net.aurpay.client;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What came back for a call, taken through the rooms of this library in the servers' order: judged, carried as a header,
 * mapped, read, intercepted.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Received(Method method, int status, String contentType, byte[] body) {
    static Received json(Method method, String body) {
        return new Received(method, 200, "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    /** What the caller gets. */
    Object result() {
        try {
            return read();
        } catch (Exception e) {
            throw CallFailure.of(method, e);
        }
    }

    private Object read() throws IOException {
        MultivaluedHashMap<String, String> headers = TestData.headers("a-trace-id", "A1B2C3D4");
        headers.putSingle("Content-Type", contentType);
        Failure failure =
                new Answer(status, headers, body, false, false, List.of(), null).failure(CallFailure.isWrite(method));
        if (failure != null) {
            throw Failure.fromJson(failure.toJson()).exception(null);
        }
        return new AnswerReader()
                .readFrom(
                        Object.class,
                        method.getGenericReturnType(),
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        headers,
                        new ByteArrayInputStream(body));
    }
}
