package net.aurpay.client;

import net.aurpay.client.json.OpenEnum;

/**
 * Where an order stands.
 *
 * <p>Not a Java enum, so that a value added by Aurpay passes and stays readable.
 *
 * @param value as the API spells it
 */
@OpenEnum
public record OrderStatus(String value) {
    /** Not yet paid; after 30 minutes it is OVERDUE. */
    public static final OrderStatus PENDING = new OrderStatus("PENDING");

    public static final OrderStatus SUCCESS = new OrderStatus("SUCCESS");
    /** Paid in another way than ordered, and accepted by the merchant. */
    public static final OrderStatus RESOLVED = new OrderStatus("RESOLVED");

    /** Underpaid. */
    public static final OrderStatus PARTIAL = new OrderStatus("PARTIAL");

    public static final OrderStatus OVERDUE = new OrderStatus("OVERDUE");
    public static final OrderStatus FAILED = new OrderStatus("FAILED");
    public static final OrderStatus TERMINATED = new OrderStatus("TERMINATED");
    public static final OrderStatus REFUNDED = new OrderStatus("REFUNDED");

    public OrderStatus {
        ApiRequest.notBlank("value", value);
    }

    /** Whether the merchant has the money, or took what came for it. */
    public boolean isPaid() {
        return equals(SUCCESS) || equals(RESOLVED);
    }

    /** The API's spelling, as it stands in a query. */
    @Override
    public String toString() {
        return value;
    }
}
