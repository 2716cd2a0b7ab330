package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A request of the official collection, with its recorded responses.
 *
 * @param folder of the collection, for instance {@code Order}
 */
record CollectionRequest(String folder, JsonObject json) {
    private static final Path COLLECTION =
            Path.of("../../aurpay-jakarta-client/src/test/resources/net/aurpay/client/aurpay-postman-collection.json");
    private static final Pattern COMMENT = Pattern.compile("\"(\\w+)\": [^\\r\\n]*?// ?([^\\r\\n]*)");
    private static final Pattern COMMENTS = Pattern.compile("(?<=[\\s,{]) *// [^\\r\\n]*");

    static List<CollectionRequest> all() {
        try (Reader file = Files.newBufferedReader(COLLECTION);
                JsonReader reader = Json.createReader(file)) {
            return reader.readObject().getJsonArray("item").getValuesAs(JsonObject.class).stream()
                    .flatMap(folder -> folder.getOrDefault("item", JsonValue.EMPTY_JSON_ARRAY).asJsonArray().stream()
                            .map(item -> new CollectionRequest(folder.getString("name"), item.asJsonObject())))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private JsonObject request() {
        return json.getJsonObject("request");
    }

    String name() {
        return json.getString("name");
    }

    String method() {
        return request().getString("method");
    }

    /** The path with its variables in OpenAPI's notation. */
    String path() {
        JsonArray segments = request().getJsonObject("urlObject").getJsonArray("path");
        return "/"
                + String.join(
                        "/",
                        segments.getValuesAs(JsonString::getString).stream()
                                .map(segment -> segment.replaceFirst("^:(.*)", "{$1}"))
                                .toList());
    }

    JsonArray query() {
        return request().getJsonObject("urlObject").getJsonArray("query");
    }

    JsonArray pathVariables() {
        return request().getJsonObject("urlObject").getJsonArray("variable");
    }

    String authentication() {
        return request().getJsonObject("auth").getString("type");
    }

    /** The names and example values of a form; empty if the body is not a form. */
    JsonArray form() {
        return body(request())
                .getOrDefault("urlencoded", JsonValue.EMPTY_JSON_ARRAY)
                .asJsonArray();
    }

    /** The JSON bodies of the request and of those recorded requests that succeeded. */
    List<JsonObject> bodies() {
        Stream<JsonObject> recorded = json.getJsonArray("response").getValuesAs(JsonObject.class).stream()
                .filter(response -> parse(response.getString("body")).getInt("code") == 0)
                .map(response -> response.getJsonObject("originalRequest"));
        return Stream.concat(Stream.of(request()), recorded)
                .map(request -> body(request).getString("raw", ""))
                .filter(raw -> !raw.isBlank())
                .map(raw -> parse(COMMENTS.matcher(raw).replaceAll("")))
                .toList();
    }

    /** What the collection's comments say about the fields of the body. */
    Map<String, String> comments() {
        Map<String, String> comments = new LinkedHashMap<>();
        Matcher comment = COMMENT.matcher(body(request()).getString("raw", ""));
        while (comment.find()) {
            comments.put(comment.group(1), comment.group(2).trim());
        }
        return comments;
    }

    List<JsonObject> responses() {
        return json.getJsonArray("response").getValuesAs(JsonObject.class).stream()
                .map(response -> parse(response.getString("body")))
                .toList();
    }

    private static JsonObject body(JsonObject request) {
        return request.get("body") instanceof JsonObject body ? body : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static JsonObject parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }
}
