package net.aurpay.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;

/** The data files beside the tests. */
final class TestData {
    private TestData() {}

    static JsonObject json(String file) {
        try (InputStream stream = Objects.requireNonNull(TestData.class.getResourceAsStream(file), file)) {
            return Json.createReader(new ByteArrayInputStream(stream.readAllBytes()))
                    .readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<JsonObject> rows(String file, String array) {
        return json(file).getJsonArray(array).getValuesAs(JsonObject.class);
    }
}
