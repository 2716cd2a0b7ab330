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
import net.aurpay.client.Order;
import net.aurpay.client.json.JsonBinding;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.payments.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The unsigned body of a callback, as far as it can be read.
 *
 * @param problem what is wrong with the body, for the log; null if nothing is
 */
record CallbackBody(Optional<Order> order, Optional<String> orderId, @Nullable String problem) {
    static final CallbackBody NONE = new CallbackBody(Optional.empty(), Optional.empty(), null);

    /**
     * Reads the body of a delivery that has one.
     *
     * @param max in bytes; a longer body is not read to its end
     * @throws MissingBytesException if something else has read the body before
     */
    static CallbackBody read(Delivery delivery, int max, JsonReaderFactory json) throws IOException {
        byte[] bytes = delivery.body().orElseThrow().readNBytes(max + 1);
        BodyLength.require(delivery.headers(), bytes.length, max);
        return parse(bytes, max, json);
    }

    /**
     * Reads a body.
     *
     * @param max in bytes; a longer body is not read to its end
     */
    static CallbackBody read(InputStream stream, int max, JsonReaderFactory json) throws IOException {
        return parse(stream.readNBytes(max + 1), max, json);
    }

    private static CallbackBody parse(byte[] bytes, int max, JsonReaderFactory json) {
        if (bytes.length == 0) {
            return NONE;
        }
        if (bytes.length > max) {
            return unreadable("is longer than " + WebhookKeys.MAX_BODY_SIZE + ", " + max + " bytes");
        }
        JsonObject object;
        try (JsonReader reader = json.createReader(new ByteArrayInputStream(bytes))) {
            object = reader.readObject();
        } catch (RuntimeException | StackOverflowError e) {
            // A parser without a limit for the depth overflows the stack on a body that consists of brackets.
            return unreadable("is not a JSON object");
        }
        Optional<String> orderId = orderId(object.get("order_id"));
        try {
            return new CallbackBody(Optional.of(JsonBinding.get().read(Order.class, object)), orderId, null);
        } catch (RuntimeException e) {
            // The message names a field and its type, but no value.
            return new CallbackBody(Optional.empty(), orderId, "is not a valid order: " + e.getMessage());
        }
    }

    static CallbackBody unreadable(String problem) {
        return new CallbackBody(Optional.empty(), Optional.empty(), problem);
    }

    private static Optional<String> orderId(@Nullable JsonValue value) {
        String text = null;
        if (value instanceof JsonString string) {
            text = string.getString();
        } else if (value instanceof JsonNumber number) {
            text = number.toString();
        }
        return Optional.ofNullable(text).filter(OrderId::isWellFormed);
    }
}
