package net.aurpay.it.sandbox;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.math.BigDecimal;

/** Reads the JSON body of a request. Missing and invalid values are answered 422. */
final class RequestBody {
    /** No currency has more decimals, and a {@code BigDecimal} made from a double by mistake has far more. */
    private static final int MAX_DECIMALS = 18;

    private static final int MAX_INTEGER_DIGITS = 15;

    static final RequestBody EMPTY = new RequestBody(JsonValue.EMPTY_JSON_OBJECT);

    private final JsonObject json;

    private RequestBody(JsonObject json) {
        this.json = json;
    }

    RequestBody(ReceivedRequest request) {
        try (JsonReader reader = Json.createReader(new StringReader(request.text()))) {
            json = reader.readObject();
        } catch (JsonException | UnsupportedOperationException e) {
            // Parsson throws UnsupportedOperationException for a number with too many digits
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

    /** An amount of money: above 0, with at most 18 decimals and 15 digits before them. */
    BigDecimal positive(String field) {
        if (!(json.get(field) instanceof JsonNumber number)
                || number.bigDecimalValue().signum() <= 0) {
            throw ApiError.unprocessable(field, "ensure this value is a number greater than 0");
        }
        BigDecimal value = number.bigDecimalValue();
        // do not round or expand the number: its exponent may be as large as an int
        BigDecimal stripped = value.stripTrailingZeros();
        if (stripped.scale() > MAX_DECIMALS) {
            throw ApiError.unprocessable(
                    field, "ensure that there are no more than " + MAX_DECIMALS + " decimal places");
        }
        if ((long) stripped.precision() - stripped.scale() > MAX_INTEGER_DIGITS) {
            throw ApiError.unprocessable(
                    field,
                    "ensure that there are no more than " + MAX_INTEGER_DIGITS + " digits before the decimal point");
        }
        return value;
    }
}
