package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import net.aurpay.client.json.OpenEnumAdapter;

/**
 * What an order was made for.
 *
 * <p>Not a Java enum, so that a value that Aurpay adds later is accepted and stays readable.
 *
 * @param value as the API spells it; not blank
 */
@JsonbTypeAdapter(OrderType.Adapter.class)
public record OrderType(String value) {
    public static final OrderType ORDER = new OrderType("ORDER");
    public static final OrderType INVOICE = new OrderType("INVOICE");
    public static final OrderType WITHDRAW = new OrderType("WITHDRAW");

    public OrderType {
        ApiRequest.notBlank("value", value);
    }

    /** The API's spelling, which queries use, too. */
    @Override
    public String toString() {
        return value;
    }

    /** Lets JSON-B read and write the value as a string. */
    public static final class Adapter extends OpenEnumAdapter<OrderType> {
        /** JSON-B calls this constructor. */
        public Adapter() {
            super(OrderType::new);
        }
    }
}
