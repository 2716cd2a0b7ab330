package net.aurpay.webhook.payments;

import java.util.regex.Pattern;

/** Recognises ids of orders. The body of a callback is not signed, so anything may stand in the place of an id. */
public final class OrderId {
    private static final Pattern FORM = Pattern.compile("[0-9A-Za-z_-]{1,64}");

    private OrderId() {}

    /** Whether an order can have this id; the tables hold no longer one. */
    public static boolean isWellFormed(String id) {
        return FORM.matcher(id).matches();
    }
}
