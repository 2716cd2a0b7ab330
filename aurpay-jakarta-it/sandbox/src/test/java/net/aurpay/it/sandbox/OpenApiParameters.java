package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;

/** Describes the variables in the path and query of a request. */
record OpenApiParameters(CollectionRequest request) {
    JsonArrayBuilder all() {
        JsonArrayBuilder parameters = Json.createArrayBuilder();
        request.pathVariables()
                .getValuesAs(JsonObject.class)
                .forEach(variable -> parameters.add(parameter(variable, "path").add("required", true)));
        request.query().getValuesAs(JsonObject.class).forEach(variable -> parameters.add(parameter(variable, "query")));
        return parameters;
    }

    private static JsonObjectBuilder parameter(JsonObject variable, String in) {
        String name = variable.getString("key");
        JsonObjectBuilder parameter =
                Json.createObjectBuilder().add("name", name).add("in", in).add("schema", schema(name));
        if (variable.get("description") instanceof JsonObject description) {
            parameter.add("description", text(description.getString("content")));
        }
        String example = variable.getString("value");
        if (name.equals("page") || name.equals("size")) {
            parameter.add("example", Integer.parseInt(example));
        } else if (!example.isEmpty()) {
            parameter.add("example", example);
        }
        return parameter;
    }

    private static JsonObjectBuilder schema(String name) {
        JsonObjectBuilder schema = Json.createObjectBuilder();
        return switch (name) {
            case "page" -> schema.add("type", "integer").add("minimum", 1);
            case "size" -> schema.add("type", "integer").add("minimum", 1).add("maximum", 100);
            case "sort" ->
                schema.add("type", "string")
                        .add("enum", Json.createArrayBuilder().add("desc").add("asc"));
            case "st", "et" -> schema.add("type", "string").add("pattern", SchemaOfSamples.TIME);
            default -> schema.add("type", "string");
        };
    }

    private static String text(String html) {
        return html.replace("</li>\n<li>", ", ")
                .replaceAll("<[^>]*>", "")
                .replaceAll("\\s+", " ")
                .trim();
    }
}
