package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Derives JSON schemas from samples. A field of orders and transactions that was recorded with several types, such as an
 * amount that is a number in one response and a string in another, has all these types in every response.
 */
final class SchemaOfSamples {
    static final String TIME = "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}$";

    /** Order ids, and times without a zone. */
    private static final List<String> PATTERNS = List.of("^[0-9]{20}$", TIME);

    private final Map<String, List<JsonValue>> recorded = new TreeMap<>();

    /** Remembers what the fields of a recorded value contain. */
    void add(JsonValue value) {
        if (value instanceof JsonObject object) {
            object.forEach((name, field) -> {
                if (isOrderOrTransaction(object.keySet())) {
                    recorded.computeIfAbsent(name, any -> new ArrayList<>()).add(field);
                }
                add(field);
            });
        } else if (value instanceof JsonArray array) {
            array.forEach(this::add);
        }
    }

    /** Adds a type to a field that was never recorded with it. */
    void assume(String field, JsonValue value) {
        recorded.computeIfAbsent(field, any -> new ArrayList<>()).add(value);
    }

    /** Returns the schema of these samples, which are all objects, or all lists of the same. */
    JsonObject schema(List<? extends JsonValue> samples) {
        if (samples.get(0) instanceof JsonArray) {
            List<JsonValue> items = samples.stream()
                    .flatMap(list -> list.asJsonArray().stream())
                    .toList();
            return Json.createObjectBuilder()
                    .add("type", "array")
                    .add("items", schema(items))
                    .build();
        }
        Map<String, List<JsonValue>> fields = new LinkedHashMap<>();
        samples.forEach(sample -> sample.asJsonObject()
                .forEach((name, value) ->
                        fields.computeIfAbsent(name, any -> new ArrayList<>()).add(value)));
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        fields.forEach((name, values) -> {
            boolean nested = values.get(0) instanceof JsonArray || values.get(0) instanceof JsonObject;
            properties.add(
                    name,
                    nested
                            ? schema(values)
                            : field(
                                    isOrderOrTransaction(fields.keySet())
                                            ? recorded.getOrDefault(name, values)
                                            : values));
            if (values.size() == samples.size()) {
                required.add(name);
            }
        });
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("required", required)
                .build();
    }

    private static boolean isOrderOrTransaction(Set<String> fields) {
        return fields.contains("order_id") || fields.contains("tx_id");
    }

    private static JsonObject field(List<JsonValue> values) {
        Set<String> types = new TreeSet<>();
        values.forEach(value -> types.add(type(value)));
        JsonObjectBuilder schema = Json.createObjectBuilder();
        if (types.size() == 1) {
            schema.add("type", types.iterator().next());
        } else {
            schema.add("type", Json.createArrayBuilder(types));
        }
        PATTERNS.stream()
                .filter(pattern -> values.stream()
                        .allMatch(value -> value instanceof JsonString text
                                && text.getString().matches(pattern)))
                .forEach(pattern -> schema.add("pattern", pattern));
        return schema.build();
    }

    private static String type(JsonValue value) {
        return switch (value.getValueType()) {
            case STRING -> "string";
            case NUMBER -> "number";
            case TRUE, FALSE -> "boolean";
            case NULL -> "null";
            case OBJECT -> "object";
            case ARRAY -> "array";
        };
    }
}
