package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Describes the body of an operation, which is a form, JSON or empty. */
record OpenApiBody(List<CollectionRequest> requests, SchemaOfSamples schemas) {
    /** The fields that only the collection's prose calls required. */
    private static final Map<String, List<String>> REQUIRED = Map.of(
            "/api/order/pay-info", List.of("chain", "currency"),
            "/api/withdraw", List.of("chain", "currency", "amount"),
            "/api/bln/withdraw", List.of("ln_invoices"));

    /** The fields that only the collection's prose has; all are text. */
    private static final Map<String, List<String>> OPTIONAL =
            Map.of("/api/withdraw", List.of("ln_invoices", "verify_code"));

    void add(JsonObjectBuilder operation) {
        CollectionRequest request = requests.get(0);
        List<JsonObject> bodies =
                requests.stream().flatMap(each -> each.bodies().stream()).toList();
        if (!request.form().isEmpty()) {
            operation.add(
                    "requestBody",
                    body("application/x-www-form-urlencoded", form(request), Json.createObjectBuilder()));
        } else if (!bodies.isEmpty()) {
            operation.add("requestBody", body("application/json", json(request, bodies), OpenApi.value(bodies.get(0))));
        }
    }

    private static JsonObjectBuilder body(String type, JsonObjectBuilder schema, JsonObjectBuilder example) {
        JsonObjectBuilder media = Json.createObjectBuilder().add("schema", schema);
        JsonObject recorded = example.build();
        if (!recorded.isEmpty()) {
            media.add("examples", Json.createObjectBuilder().add("recorded", recorded));
        }
        return Json.createObjectBuilder()
                .add("required", true)
                .add("content", Json.createObjectBuilder().add(type, media));
    }

    private static JsonObjectBuilder form(CollectionRequest request) {
        JsonObjectBuilder properties = Json.createObjectBuilder();
        JsonArrayBuilder required = Json.createArrayBuilder();
        for (JsonObject field : request.form().getValuesAs(JsonObject.class)) {
            properties.add(field.getString("key"), Json.createObjectBuilder().add("type", "string"));
            required.add(field.getString("key"));
        }
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("required", required);
    }

    private JsonObjectBuilder json(CollectionRequest request, List<JsonObject> bodies) {
        Map<String, String> comments = request.comments();
        JsonObject derived = new SchemaOfSamples().schema(bodies);
        JsonObjectBuilder properties = Json.createObjectBuilder();
        derived.getJsonObject("properties")
                .forEach((name, schema) -> properties.add(name, described(schema.asJsonObject(), comments.get(name))));
        for (String name : OPTIONAL.getOrDefault(request.path(), List.of())) {
            properties.add(name, Json.createObjectBuilder().add("type", "string"));
        }
        Set<String> required = new TreeSet<>(REQUIRED.getOrDefault(request.path(), List.of()));
        comments.forEach((name, comment) -> {
            if (comment.endsWith("required")) {
                required.add(name);
            }
        });
        return Json.createObjectBuilder()
                .add("type", "object")
                .add("properties", properties)
                .add("required", Json.createArrayBuilder(new ArrayList<>(required)));
    }

    private static JsonObjectBuilder described(JsonObject schema, @Nullable String comment) {
        JsonObjectBuilder described = Json.createObjectBuilder(schema);
        return comment == null ? described : described.add("description", comment);
    }
}
