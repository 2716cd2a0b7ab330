package net.aurpay.it.guide;

import java.time.Instant;
import java.util.Map;

/** The shop's own: what it has asked Aurpay to have paid, and not heard of. */
public interface OpenPayments {
    /** References, and the order ids that {@code createPayment} gave for them. */
    Map<String, String> createdBefore(Instant time);

    /** Nothing happens if it is not open any more. */
    void paid(String reference);

    /** Nothing happens if it is not open any more. */
    void expired(String reference);
}
