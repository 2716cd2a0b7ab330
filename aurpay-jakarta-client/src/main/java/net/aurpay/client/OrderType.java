package net.aurpay.client;

import net.aurpay.client.json.OpenEnum;

/**
 * What an order was made for.
 *
 * <p>Not a Java enum, so that a value that Aurpay adds later is accepted and stays readable.
 *
 * @param value as the API spells it; not blank
 */
@OpenEnum
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
}
