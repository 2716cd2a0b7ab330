package net.aurpay.client.json;

import jakarta.json.JsonValue;
import jakarta.json.bind.adapter.JsonbAdapter;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Reads an amount from a number or a string, without loss of a digit, and writes it as a number without an exponent.
 */
public final class MoneyAdapter implements JsonbAdapter<BigDecimal, JsonValue> {
    @Override
    public JsonValue adaptToJson(BigDecimal amount) {
        return PlainDecimal.json(amount);
    }

    @Override
    public @Nullable BigDecimal adaptFromJson(JsonValue json) {
        return JsonFields.decimal(json);
    }
}
