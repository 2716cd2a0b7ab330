package net.aurpay.webhook.endpoint;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonPointer;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the OpenAPI document of the callbacks, which is in the jar for operators of proxies and gateways. */
final class CallbacksDocument {
    private static final JsonObject JSON = read();

    private CallbacksDocument() {}

    private static JsonObject read() {
        try (JsonReader reader = Json.createReader(Objects.requireNonNull(
                CallbacksDocument.class.getResourceAsStream("/META-INF/aurpay/callbacks-openapi.json")))) {
            return reader.readObject();
        }
    }

    static Set<String> paths() {
        return JSON.getJsonObject("paths").keySet();
    }

    static Set<Integer> statuses(String path, String method) {
        return path(path).getJsonObject(method).getJsonObject("responses").keySet().stream()
                .map(Integer::valueOf)
                .collect(Collectors.toSet());
    }

    /** The names of the parameters that are in {@code path}, {@code query} or {@code header}. */
    static List<String> parameters(String path, String in) {
        return path(path).getJsonArray("parameters").getValuesAs(JsonObject.class).stream()
                .map(reference -> target(reference.getJsonString("$ref")))
                .filter(parameter -> parameter.getString("in").equals(in))
                .map(parameter -> parameter.getString("name"))
                .toList();
    }

    private static JsonObject path(String path) {
        return JSON.getJsonObject("paths").getJsonObject(path);
    }

    private static JsonObject target(JsonString reference) {
        JsonPointer pointer = Json.createPointer(reference.getString().substring(1));
        return pointer.getValue(JSON).asJsonObject();
    }
}
