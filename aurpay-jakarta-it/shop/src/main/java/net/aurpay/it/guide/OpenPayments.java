package net.aurpay.it.guide;

import java.time.Instant;
import java.util.Map;

/** The payments whose outcome the shop does not know yet; every shop has its own implementation. */
public interface OpenPayments {
    /** Maps references to the order ids that {@code createPayment} returned for them. */
    Map<String, String> createdBefore(Instant time);

    /** Does nothing if the payment is no longer open. */
    void paid(String reference);

    /** Does nothing if the payment is no longer open. */
    void expired(String reference);
}
