package net.aurpay.it;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A response recorded in the official collection.
 *
 * @param folder of the collection, e.g. {@code Order}
 * @param request name of the request in the collection
 * @param number of the response among those to the request, from 1
 * @param headers as recorded: names and values
 */
record Recorded(String folder, String request, int number, int status, JsonArray headers, String body) {
    private static final Path COLLECTION =
            Path.of("../../aurpay-jakarta-client/src/test/resources/net/aurpay/client/aurpay-postman-collection.json");

    static List<Recorded> all() {
        JsonObject collection;
        try (Reader file = Files.newBufferedReader(COLLECTION);
                JsonReader reader = Json.createReader(file)) {
            collection = reader.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<Recorded> all = new ArrayList<>();
        for (JsonObject folder : collection.getJsonArray("item").getValuesAs(JsonObject.class)) {
            for (JsonObject request : folder.getOrDefault("item", JsonValue.EMPTY_JSON_ARRAY)
                    .asJsonArray()
                    .getValuesAs(JsonObject.class)) {
                int number = 0;
                for (JsonObject response : request.getJsonArray("response").getValuesAs(JsonObject.class)) {
                    all.add(of(folder, request, ++number, response));
                }
            }
        }
        return all;
    }

    private static Recorded of(JsonObject folder, JsonObject request, int number, JsonObject response) {
        JsonValue headers = response.get("header");
        return new Recorded(
                folder.getString("name"),
                request.getString("name"),
                number,
                response.getInt("code"),
                headers instanceof JsonArray array ? array : JsonValue.EMPTY_JSON_ARRAY,
                response.getString("body"));
    }

    JsonObject envelope() {
        return Probe.parse(body);
    }

    /** Returns a value of {@code data} as the library should read it, as text; null where it should be absent. */
    static String read(String field, JsonValue value) {
        if (value == JsonValue.NULL) {
            return "null";
        }
        if (field.matches("to_addr|from_addr|tx_hash")
                && (value == JsonValue.FALSE || value.toString().equals("\"\""))) {
            return "null";
        }
        String text = value instanceof JsonString string ? string.getString() : value.toString();
        return text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d") ? text + "Z" : text;
    }

    @Override
    public String toString() {
        return folder + " / " + request + " #" + number;
    }
}
