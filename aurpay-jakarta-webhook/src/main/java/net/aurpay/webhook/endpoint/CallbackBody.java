package net.aurpay.webhook.endpoint;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.regex.Pattern;
import net.aurpay.client.Order;
import net.aurpay.client.json.JsonRecords;
import org.jspecify.annotations.Nullable;

/**
 * The unsigned body of a callback, as far as it makes sense.
 *
 * @param problem what was wrong with it, for the log; null if nothing was
 */
record CallbackBody(Optional<Order> order, Optional<String> orderId, @Nullable String problem) {
    static final CallbackBody NONE = new CallbackBody(Optional.empty(), Optional.empty(), null);

    /** 20 digits at present, and harmless in a path and a log. */
    private static final Pattern ORDER_ID = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    /**
     * Reads the body of a delivery that has one.
     *
     * @param max in bytes; a longer body is not read to its end
     * @throws MissingBytesException if the body was read before
     */
    static CallbackBody read(Delivery delivery, int max, JsonReaderFactory json) throws IOException {
        byte[] bytes = delivery.body().orElseThrow().readNBytes(max + 1);
        BodyLength.require(delivery.headers(), bytes.length, max);
        return parse(bytes, max, json);
    }

    /** @param max in bytes; a longer body is not read to its end */
    static CallbackBody read(InputStream stream, int max, JsonReaderFactory json) throws IOException {
        return parse(stream.readNBytes(max + 1), max, json);
    }

    private static CallbackBody parse(byte[] bytes, int max, JsonReaderFactory json) {
        if (bytes.length == 0) {
            return NONE;
        }
        if (bytes.length > max) {
            return odd("is longer than aurpay.webhook.max-body-size, " + max + " bytes");
        }
        JsonObject object;
        try (JsonReader reader = json.createReader(new ByteArrayInputStream(bytes))) {
            object = reader.readObject();
        } catch (RuntimeException | StackOverflowError e) {
            // a parser without a bound of its own overflows on a body of brackets alone
            return odd("is no JSON object");
        }
        Optional<String> orderId = orderId(object.get("order_id"));
        try {
            return new CallbackBody(Optional.of(JsonRecords.read(Order.class, object)), orderId, null);
        } catch (RuntimeException e) {
            // the message names a field and its type, and no value
            return new CallbackBody(Optional.empty(), orderId, "is not a valid order: " + e.getMessage());
        }
    }

    static CallbackBody odd(String problem) {
        return new CallbackBody(Optional.empty(), Optional.empty(), problem);
    }

    private static Optional<String> orderId(@Nullable JsonValue value) {
        String text = null;
        if (value instanceof JsonString string) {
            text = string.getString();
        } else if (value instanceof JsonNumber number) {
            text = number.toString();
        }
        return Optional.ofNullable(text).filter(id -> ORDER_ID.matcher(id).matches());
    }
}
