package net.aurpay.client;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the data files beside the tests. */
public final class TestData {
    private static final Pattern REPEATED = Pattern.compile("«(.*?)×([0-9]+)»");

    private TestData() {}

    public static JsonObject json(String file) {
        try (InputStream stream = Objects.requireNonNull(TestData.class.getResourceAsStream(file), file)) {
            return Json.createReader(new ByteArrayInputStream(stream.readAllBytes()))
                    .readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<JsonObject> rows(String file, String array) {
        return json(file).getJsonArray(array).getValuesAs(JsonObject.class);
    }

    /** Returns a text in which each {@code «x×9»} is replaced by what it stands for, here nine times {@code x}. */
    public static String repeated(String text) {
        return REPEATED.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(part.group(1).repeat(Integer.parseInt(part.group(2)))));
    }

    public static MultivaluedHashMap<String, String> headers(String name, String value) {
        MultivaluedHashMap<String, String> headers = new MultivaluedHashMap<>();
        headers.putSingle(name, value);
        return headers;
    }
}
