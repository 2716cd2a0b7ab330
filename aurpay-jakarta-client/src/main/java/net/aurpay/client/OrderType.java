package net.aurpay.client;

import net.aurpay.client.json.OpenEnum;

/**
 * What an order was made for.
 *
 * <p>Not a Java enum, so that a value added by Aurpay passes and stays readable.
 *
 * @param value as the API spells it
 */
@OpenEnum
public record OrderType(String value) {
    public static final OrderType ORDER = new OrderType("ORDER");
    public static final OrderType INVOICE = new OrderType("INVOICE");
    public static final OrderType WITHDRAW = new OrderType("WITHDRAW");

    public OrderType {
        ApiRequest.notBlank("value", value);
    }

    /** The API's spelling, as it stands in a query. */
    @Override
    public String toString() {
        return value;
    }
}
