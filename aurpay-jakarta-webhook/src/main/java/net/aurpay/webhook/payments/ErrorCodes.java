package net.aurpay.webhook.payments;

import net.aurpay.client.AurpayException;

/** Reads the codes of Aurpay's responses. */
public final class ErrorCodes {
    private static final int FIVE_DIGITS = 10_000;

    private ErrorCodes() {}

    /** Returns the code like an HTTP status: a code of five digits begins with one. */
    public static int status(AurpayException e) {
        return e.code() >= FIVE_DIGITS ? e.code() / 100 : e.code();
    }
}
