package net.aurpay.webhook.payments;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** Reads when an order was created from its id, whose first 14 digits are the time in UTC. */
final class OrderTime {
    private static final int DIGITS = 14;
    private static final DateTimeFormatter FORMAT = DateTimeFormatter.ofPattern("uuuuMMddHHmmss");

    private OrderTime() {}

    /** Returns {@code otherwise} if the id is not like that. */
    static Instant of(String orderId, Instant otherwise) {
        if (orderId.length() < DIGITS) {
            return otherwise;
        }
        try {
            return LocalDateTime.parse(orderId.substring(0, DIGITS), FORMAT).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            return otherwise;
        }
    }
}
