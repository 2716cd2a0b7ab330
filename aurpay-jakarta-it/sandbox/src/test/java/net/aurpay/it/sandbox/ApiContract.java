package net.aurpay.it.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Compares requests and responses with an OpenAPI document. Stricter than the document: a field or parameter that it does
 * not mention is a problem, too.
 */
final class ApiContract {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAME = "urn:openapi";

    private final JsonNode document;
    private final JsonSchemaFactory schemas;

    ApiContract(String text) throws JsonProcessingException {
        document = JSON.readTree(text);
        close(document.get("paths"));
        String closed = document.toString();
        schemas = JsonSchemaFactory.getInstance(
                VersionFlag.V202012,
                builder -> builder.schemaLoaders(loaders -> loaders.schemas(Map.of(NAME, closed))));
    }

    /** Makes each schema of an object reject fields that it does not mention. */
    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object && object.path("properties").isObject()) {
            object.put(object.has("$ref") ? "unevaluatedProperties" : "additionalProperties", false);
        }
        node.forEach(ApiContract::close);
    }

    /** Returns what in the request is not as documented. */
    List<String> request(String method, String target, String body) throws JsonProcessingException {
        String pointer = pointer(method, target);
        JsonNode operation = document.at(pointer);
        List<String> problems = new ArrayList<>(query(operation, target, pointer));
        JsonNode content = operation.at("/requestBody/content");
        if (content.isMissingNode() != body.isEmpty()) {
            problems.add("there is a body, or none, against the document: " + body);
        } else if (content.has("application/json")) {
            problems.addAll(validate(pointer + "/requestBody/content/application~1json/schema", JSON.readTree(body)));
        } else if (!body.isEmpty()) {
            problems.addAll(
                    validate(pointer + "/requestBody/content/application~1x-www-form-urlencoded/schema", pairs(body)));
        }
        return problems;
    }

    /** Returns what in the response is not as documented. */
    List<String> response(String method, String target, int status, String body) throws JsonProcessingException {
        String schema = status == 200
                ? pointer(method, target) + "/responses/200/content/application~1json/schema"
                : "/components/responses/Other/content/application~1json/schema";
        return validate(schema, JSON.readTree(body));
    }

    private List<String> query(JsonNode operation, String target, String pointer) {
        List<String> problems = new ArrayList<>();
        String query = URI.create(target).getRawQuery();
        pairs(query == null ? "" : query).properties().forEach(pair -> {
            int found = -1;
            JsonNode parameters = operation.path("parameters");
            for (int i = 0; i < parameters.size(); i++) {
                if (parameters.get(i).get("name").asText().equals(pair.getKey())) {
                    found = i;
                }
            }
            if (found < 0) {
                problems.add("undocumented parameter " + pair.getKey());
                return;
            }
            String schema = pointer + "/parameters/" + found + "/schema";
            boolean integer = document.at(schema + "/type").asText().equals("integer");
            JsonNode value =
                    integer ? JSON.getNodeFactory().numberNode(pair.getValue().asInt()) : pair.getValue();
            problems.addAll(validate(schema, value));
        });
        return problems;
    }

    private static ObjectNode pairs(String encoded) {
        ObjectNode pairs = JSON.createObjectNode();
        for (String pair : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                pairs.put(pair.replaceFirst("=.*", ""), pair.replaceFirst("[^=]*=", ""));
            }
        }
        return pairs;
    }

    private String pointer(String method, String target) {
        String path = URI.create(target).getRawPath();
        for (Map.Entry<String, JsonNode> entry : document.get("paths").properties()) {
            String operation = method.toLowerCase(Locale.ROOT);
            if (path.matches(entry.getKey().replaceAll("\\{[^}]*}", "[0-9]{20}"))
                    && entry.getValue().has(operation)) {
                return "/paths/" + entry.getKey().replace("/", "~1") + "/" + operation;
            }
        }
        throw new AssertionError("undocumented operation " + method + " " + target);
    }

    private List<String> validate(String pointer, JsonNode value) {
        String fragment = "#" + pointer.replace("{", "%7B").replace("}", "%7D");
        JsonSchema schema = schemas.getSchema(SchemaLocation.of(NAME + fragment));
        return schema.validate(value).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
