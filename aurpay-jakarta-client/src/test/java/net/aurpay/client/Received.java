package net.aurpay.client;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came back for a call, taken through the rooms of this library in the servers' order: judged, carried as a header,
 * mapped, read, intercepted.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Received(Method method, int status, @Nullable String contentType, byte[] body) {
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
        Answer.Headers headers = new Answer.Headers(contentType, null, null, "A1B2C3D4");
        Failure failure =
                new Answer(status, headers, body, Answer.Extent.WHOLE, List.of()).failure(CallFailure.isWrite(method));
        if (failure != null) {
            throw Failure.fromJson(failure.toJson()).exception(null);
        }
        MultivaluedHashMap<String, String> answered = new MultivaluedHashMap<>();
        answered.putSingle("a-trace-id", "A1B2C3D4");
        return new AnswerReader()
                .readFrom(
                        Object.class,
                        method.getGenericReturnType(),
                        new Annotation[0],
                        MediaType.APPLICATION_JSON_TYPE,
                        answered,
                        new ByteArrayInputStream(body));
    }
}
