package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.math.BigDecimal;

/** The JSON of a request. What does not fit is answered 422. */
final class RequestBody {
    private final JsonObject json;

    RequestBody(ReceivedRequest request) {
        try (JsonReader reader = Json.createReader(new StringReader(request.text()))) {
            json = reader.readObject();
        } catch (JsonException e) {
            throw ApiError.unprocessable("body", "value is not a valid JSON object");
        }
    }

    JsonObject json() {
        return json;
    }

    String text(String field) {
        if (json.get(field) instanceof JsonString text && !text.getString().isBlank()) {
            return text.getString();
        }
        throw ApiError.unprocessable(field, "field required");
    }

    BigDecimal positive(String field) {
        if (json.get(field) instanceof JsonNumber number
                && number.bigDecimalValue().signum() > 0) {
            return number.bigDecimalValue();
        }
        throw ApiError.unprocessable(field, "ensure this value is a number greater than 0");
    }
}
