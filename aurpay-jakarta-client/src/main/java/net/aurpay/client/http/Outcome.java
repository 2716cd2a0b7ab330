package net.aurpay.client.http;

import net.aurpay.client.AurpayException;

/**
 * Says what a failed response means for the effect of a write. This class lists the responses that certainly reject a
 * request, so that a response that nobody has foreseen leaves the outcome unknown. Aurpay's business codes have either
 * three digits, which are an HTTP status, or five digits: an HTTP status and two more.
 */
final class Outcome {
    private Outcome() {}

    /**
     * Whether the request certainly had no effect. Both the HTTP status and the code, if there is one, have to say so.
     *
     * @param code the code of the envelope, or {@link AurpayException#NO_CODE}
     */
    static boolean isRejected(int status, int code) {
        if (code == AurpayException.NO_CODE) {
            return isRejection(status);
        }
        return isRejection(statusOf(code)) && (isRejection(status) || (status >= 200 && status < 300));
    }

    /**
     * Whether the same call may succeed later.
     *
     * @param code the code of the envelope, or {@link AurpayException#NO_CODE}
     */
    static boolean isUnavailable(int status, int code) {
        return isTemporary(status) || isTemporary(statusOf(code));
    }

    /** Whether a status rejects the request. 408 does not: it is a time-out, and the server may have begun. */
    private static boolean isRejection(int status) {
        return status >= 400 && status < 500 && status != 408;
    }

    private static boolean isTemporary(int status) {
        return status == 408 || status == 429 || (status >= 500 && status < 600);
    }

    private static int statusOf(int code) {
        return code >= 10_000 && code < 100_000 ? code / 100 : code;
    }
}
