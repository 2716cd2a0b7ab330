package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Generates the OpenAPI document of Aurpay's API from the official collection. */
final class OpenApi {
    private final SchemaOfSamples schemas = new SchemaOfSamples();
    private final Map<String, List<CollectionRequest>> operations;

    OpenApi() {
        List<CollectionRequest> requests = CollectionRequest.all();
        // the same operation is in the collection once for each way to authenticate
        operations = requests.stream()
                .collect(Collectors.groupingBy(
                        request -> request.method() + " " + request.path(), LinkedHashMap::new, Collectors.toList()));
        requests.forEach(request -> request.responses().stream()
                .map(response -> response.get("data"))
                .forEach(data -> schemas.add(data == null ? JsonValue.NULL : data)));
        // a coin that is not a token has no contract; no such order is recorded
        schemas.assume("contract_addr", JsonValue.NULL);
    }

    JsonObject document() {
        Map<String, JsonObjectBuilder> paths = new LinkedHashMap<>();
        operations.forEach(
                (name, requests) -> paths.computeIfAbsent(requests.get(0).path(), path -> Json.createObjectBuilder())
                        .add(requests.get(0).method().toLowerCase(Locale.ROOT), operation(requests)));
        JsonObjectBuilder all = Json.createObjectBuilder();
        paths.forEach(all::add);
        return Json.createObjectBuilder(fixed()).add("paths", all).build();
    }

    private JsonObjectBuilder operation(List<CollectionRequest> requests) {
        CollectionRequest request = requests.get(0);
        JsonObjectBuilder operation = Json.createObjectBuilder()
                .add("operationId", operationId(request.name()))
                .add("summary", request.name())
                .add("tags", Json.createArrayBuilder().add(request.folder()))
                .add("security", security(request));
        JsonArrayBuilder parameters = new OpenApiParameters(request).all();
        if (!parameters.build().isEmpty()) {
            operation.add("parameters", new OpenApiParameters(request).all());
        }
        OpenApiBody body = new OpenApiBody(requests, schemas);
        body.add(operation);
        List<JsonObject> responses = requests.stream()
                .flatMap(each -> each.responses().stream())
                .distinct()
                .toList();
        return operation.add("responses", responses(responses));
    }

    private static JsonArrayBuilder security(CollectionRequest request) {
        return switch (request.authentication()) {
            case "noauth" -> Json.createArrayBuilder();
            case "oauth2" -> Json.createArrayBuilder().add(scheme("accessToken"));
            default -> {
                String prefix = request.path().startsWith("/api/bln/") ? "lightning" : "";
                yield Json.createArrayBuilder()
                        .add(scheme(prefix.isEmpty() ? "apiKey" : "lightningApiKey"))
                        .add(scheme(
                                prefix.isEmpty() ? "apiToken" : "lightningApiToken",
                                "algorithm",
                                "date",
                                "bodyMd5",
                                prefix.isEmpty() ? "signature" : "lightningSignature"));
            }
        };
    }

    private static JsonObjectBuilder scheme(String... names) {
        JsonObjectBuilder requirement = Json.createObjectBuilder();
        for (String name : names) {
            requirement.add(name, JsonValue.EMPTY_JSON_ARRAY);
        }
        return requirement;
    }

    private JsonObjectBuilder responses(List<JsonObject> recorded) {
        List<JsonValue> data = recorded.stream()
                .filter(response -> response.getInt("code") == 0)
                .map(response -> response.get("data"))
                .toList();
        JsonObjectBuilder success = Json.createObjectBuilder().add("$ref", "#/components/schemas/Success");
        if (!data.isEmpty()) {
            success.add("properties", Json.createObjectBuilder().add("data", schemas.schema(data)));
        } else {
            success.add("description", "The data of a success is not recorded.");
        }
        JsonObjectBuilder examples = Json.createObjectBuilder();
        for (int i = 0; i < recorded.size(); i++) {
            int code = recorded.get(i).getInt("code");
            examples.add((code == 0 ? "ok" : "code") + "-" + code, value(recorded.get(i)));
        }
        JsonObjectBuilder media = Json.createObjectBuilder()
                .add(
                        "schema",
                        Json.createObjectBuilder()
                                .add(
                                        "oneOf",
                                        Json.createArrayBuilder().add(success).add(ref("#/components/schemas/Error"))));
        if (!recorded.isEmpty()) {
            media.add("examples", examples);
        }
        return Json.createObjectBuilder()
                .add(
                        "200",
                        Json.createObjectBuilder()
                                .add("description", "Success if the code is 0, otherwise an error")
                                .add("content", Json.createObjectBuilder().add("application/json", media)))
                .add("default", ref("#/components/responses/Other"));
    }

    static JsonObjectBuilder value(JsonValue value) {
        return Json.createObjectBuilder().add("value", value);
    }

    private static JsonObjectBuilder ref(String target) {
        return Json.createObjectBuilder().add("$ref", target);
    }

    private static String operationId(String name) {
        String joined = name.replaceAll("[^A-Za-z]", "");
        return joined.substring(0, 1).toLowerCase(Locale.ROOT) + joined.substring(1);
    }

    /** What the collection says in prose only: who made it, how to authenticate, and what an error looks like. */
    private static JsonObject fixed() {
        try (var reader = Json.createReader(new StringReader(FIXED))) {
            return reader.readObject();
        }
    }

    private static final String FIXED =
            """
            {
              "openapi": "3.1.0",
              "info": {
                "title": "Aurpay API",
                "version": "1",
                "description": "Generated from the requests and responses in Aurpay's official Postman collection. It is not a document of Aurpay. Fields that were recorded with several types have all of them; new fields and new values of status, type and the like can occur. Amounts are decimal numbers with up to 18 decimals: do not read them as floating point. Times are UTC without a zone."
              },
              "servers": [
                {"url": "/", "description": "The sandbox that serves this document"},
                {"url": "https://dashboard.aurpay.net", "description": "Aurpay"}
              ],
              "paths": {},
              "components": {
                "schemas": {
                  "Success": {
                    "type": "object",
                    "properties": {
                      "code": {"const": 0},
                      "message": {"type": "string"},
                      "data": true,
                      "result": {"const": true}
                    },
                    "required": ["code", "message", "data", "result"]
                  },
                  "Error": {
                    "type": "object",
                    "description": "The HTTP status is 200: only the code tells an error from a success. The trace id is not always present.",
                    "properties": {
                      "code": {"type": "integer", "not": {"const": 0}},
                      "message": {"type": "string"},
                      "data": {"type": "object"},
                      "result": {"const": false},
                      "trace_id": {"type": "string"}
                    },
                    "required": ["code", "message", "result"]
                  },
                  "Unrecorded": {
                    "type": "object",
                    "properties": {"detail": {"type": ["string", "array"]}},
                    "required": ["detail"]
                  }
                },
                "responses": {
                  "Other": {
                    "description": "Not recorded; a proxy's error page is possible, in HTML. The sandbox answers 422 if a request cannot be parsed.",
                    "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Unrecorded"}}}
                  }
                },
                "securitySchemes": {
                  "accessToken": {"type": "http", "scheme": "bearer", "description": "The access_token of the log-in"},
                  "apiKey": {"type": "apiKey", "in": "header", "name": "API-Key"},
                  "lightningApiKey": {"type": "apiKey", "in": "header", "name": "API-Key", "description": "Lightning has a key of its own"},
                  "apiToken": {"type": "apiKey", "in": "header", "name": "API-Token"},
                  "lightningApiToken": {"type": "apiKey", "in": "header", "name": "API-Token", "description": "Lightning has a token of its own"},
                  "algorithm": {"type": "apiKey", "in": "header", "name": "Algorithm", "description": "HMAC-SHA256 or HMAC-SHA3_256"},
                  "date": {"type": "apiKey", "in": "header", "name": "Date", "description": "The time in UTC, such as 2024-10-10T00:00:00.000Z, not in HTTP's own format"},
                  "bodyMd5": {"type": "apiKey", "in": "header", "name": "Body-MD5", "description": "MD5 of the body in hexadecimal; empty for GET"},
                  "signature": {"type": "apiKey", "in": "header", "name": "Signature", "description": "base64(HMAC(secret key, '{Algorithm} | {Date} | {METHOD} {path and query}' and, unless Body-MD5 is empty, ' | {Body-MD5}'))"},
                  "lightningSignature": {"type": "apiKey", "in": "header", "name": "Signature", "description": "As signature, with Lightning's own secret key"}
                }
              }
            }
            """;
}
