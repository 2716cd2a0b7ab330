package net.aurpay.client;

/** A value out of a list that Aurpay may lengthen. */
sealed interface ApiEnum permits OrderStatus, OrderType, TransactionStatus, TransactionType {
    String value();

    static void check(String value) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("value must not be blank, was <" + value + ">");
        }
    }
}
