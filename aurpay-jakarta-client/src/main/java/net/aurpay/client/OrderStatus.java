package net.aurpay.client;

import jakarta.json.bind.annotation.JsonbTypeAdapter;
import net.aurpay.client.json.OpenEnumAdapter;

/**
 * The state of an order.
 *
 * <p>Not a Java enum, so that a value that Aurpay adds later is accepted and stays readable.
 *
 * @param value as the API spells it; not blank
 */
@JsonbTypeAdapter(OrderStatus.Adapter.class)
public record OrderStatus(String value) {
    /** Not yet paid; after 30 minutes without payment, the order becomes {@link #OVERDUE}. */
    public static final OrderStatus PENDING = new OrderStatus("PENDING");

    public static final OrderStatus SUCCESS = new OrderStatus("SUCCESS");
    /** Not paid as ordered, but accepted by the merchant. */
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

    /** Whether the merchant has been paid, or has accepted what was paid instead. */
    public boolean isPaid() {
        return equals(SUCCESS) || equals(RESOLVED);
    }

    /** The API's spelling, which queries use, too. */
    @Override
    public String toString() {
        return value;
    }

    /** Lets JSON-B read and write the value as a string. */
    public static final class Adapter extends OpenEnumAdapter<OrderStatus> {
        /** JSON-B calls this constructor. */
        public Adapter() {
            super(OrderStatus::new);
        }
    }
}
