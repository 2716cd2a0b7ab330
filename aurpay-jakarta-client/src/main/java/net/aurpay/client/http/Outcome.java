package net.aurpay.client.http;

import net.aurpay.client.AurpayException;

/**
 * What a failed answer says about the effect of a write. Lists what is certainly refused, so that an answer nobody has
 * foreseen leaves the outcome unknown. Aurpay's business codes have three digits, an HTTP status, or five: a status and
 * two more.
 */
final class Outcome {
    private Outcome() {}

    /**
     * Whether the request certainly had no effect: both the HTTP status and the code, if there is one, have to say so.
     *
     * @param code of the envelope, or {@link AurpayException#NO_CODE}
     */
    static boolean isRefused(int status, int code) {
        if (code == AurpayException.NO_CODE) {
            return isRefusal(status);
        }
        return isRefusal(statusOf(code)) && (isRefusal(status) || (status >= 200 && status < 300));
    }

    /**
     * Whether the same call may succeed later.
     *
     * @param code of the envelope, or {@link AurpayException#NO_CODE}
     */
    static boolean isUnavailable(int status, int code) {
        return isTemporary(status) || isTemporary(statusOf(code));
    }

    /** 408 is a time-out: the server may have begun. */
    private static boolean isRefusal(int status) {
        return status >= 400 && status < 500 && status != 408;
    }

    private static boolean isTemporary(int status) {
        return status == 408 || status == 429 || (status >= 500 && status < 600);
    }

    private static int statusOf(int code) {
        return code >= 10_000 && code < 100_000 ? code / 100 : code;
    }
}
