package net.aurpay.it.sandbox;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** A response of the sandbox, before it is sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record SandboxResponse(int status, Map<String, String> headers, byte[] body) {
    private static final String TRACE_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public SandboxResponse {
        headers = Map.copyOf(headers);
    }

    public static SandboxResponse of(int status, String contentType, String body) {
        return new SandboxResponse(
                status,
                contentType.isEmpty() ? Map.of() : Map.of("Content-Type", contentType),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static SandboxResponse json(int status, JsonValue body) {
        return of(status, "application/json", body.toString()).header("a-trace-id", traceId());
    }

    /** A success in the recorded envelope: code, message, data, result. */
    static SandboxResponse success(JsonValue data) {
        JsonObject envelope = Shapes.JSON
                .createObjectBuilder()
                .add("code", 0)
                .add("message", "ok")
                .add("data", data)
                .add("result", true)
                .build();
        return json(200, envelope);
    }

    public SandboxResponse header(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new SandboxResponse(status, changed, body);
    }

    private static String traceId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            id.append(TRACE_CHARACTERS.charAt(ThreadLocalRandom.current().nextInt(TRACE_CHARACTERS.length())));
        }
        return id.toString();
    }
}
