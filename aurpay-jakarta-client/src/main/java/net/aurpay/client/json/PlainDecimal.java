package net.aurpay.client.json;

import jakarta.json.JsonNumber;
import java.math.BigDecimal;

/**
 * A number that is written digit by digit, where an ordinary {@link BigDecimal} would be written as {@code 5.0E-7}.
 * JSON-P's specification leaves the spelling of a number open; its implementations write a {@link BigDecimal} as its
 * text.
 */
final class PlainDecimal extends BigDecimal {
    private static final long serialVersionUID = 1;

    private PlainDecimal(BigDecimal value) {
        super(value.unscaledValue(), value.scale());
    }

    static JsonNumber json(BigDecimal value) {
        return JsonP.PROVIDER.createValue(new PlainDecimal(value));
    }

    @Override
    public String toString() {
        return toPlainString();
    }
}
