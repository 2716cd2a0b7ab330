package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** An answer before it is sent. */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(int status, Map<String, String> headers, byte[] body) {
    private static final String TRACE_CHARACTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public Answer {
        headers = Map.copyOf(headers);
    }

    public static Answer of(int status, String contentType, String body) {
        return new Answer(
                status,
                contentType.isEmpty() ? Map.of() : Map.of("Content-Type", contentType),
                body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer json(int status, JsonValue body) {
        return of(status, "application/json", body.toString()).header("a-trace-id", traceId());
    }

    /** The envelope as recorded: code, message, data, result. */
    static Answer success(JsonValue data) {
        JsonObject envelope = Json.createObjectBuilder()
                .add("code", 0)
                .add("message", "ok")
                .add("data", data)
                .add("result", true)
                .build();
        return json(200, envelope);
    }

    public Answer header(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(headers);
        changed.put(name, value);
        return new Answer(status, changed, body);
    }

    private static String traceId() {
        StringBuilder id = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            id.append(TRACE_CHARACTERS.charAt(ThreadLocalRandom.current().nextInt(TRACE_CHARACTERS.length())));
        }
        return id.toString();
    }
}
