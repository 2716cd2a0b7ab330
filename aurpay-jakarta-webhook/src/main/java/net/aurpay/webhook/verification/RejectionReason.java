package net.aurpay.webhook.verification;

import net.aurpay.webhook.CallbackRejected;

/** Why a callback was refused. It goes to the log and to {@link CallbackRejected}, never into an answer. */
public enum RejectionReason {
    /** A required {@code Callback-Token} is missing: callback authentication may be off in Aurpay's dashboard. */
    TOKEN_MISSING,
    /** {@code Callback-Token} is none of the configured tokens. */
    TOKEN_WRONG,
    /** A required {@code Api-Key} is missing. */
    API_KEY_MISSING,
    /** {@code Api-Key} is none of the configured API keys. */
    API_KEY_WRONG,
    /** A required {@code Signature} is missing: callback authentication may be off in Aurpay's dashboard. */
    SIGNATURE_MISSING,
    /** It fits none of the configured secrets and URLs; often {@code aurpay.webhook.url} is not what Aurpay calls. */
    SIGNATURE_WRONG,
    /** There is a {@code Signature}, but not the {@code Date} that it signs: something in front may remove or rename it. */
    DATE_MISSING,
    /** A header came more than once: one part of a chain could read the first, another the last. */
    HEADER_DUPLICATED,
    /** A header is empty, longer than its bound, or holds other than visible ASCII characters. */
    HEADER_MALFORMED,
    /** The URL is longer than its bound, holds other than visible ASCII characters, or is not one of the endpoint's. */
    URL_MALFORMED,
    /** The signature is right, but the date is no ISO-8601 date with an offset. */
    DATE_UNREADABLE,
    /** The signature is right, but the date is further ahead than the tolerance: clocks differ. */
    DATE_AHEAD,
    /** The signature is right, but the date is older than the maximal age: a replay, or a very late retry. */
    DATE_STALE,
    /** Confirmation is on, and the body has no well-formed {@code order_id}; a GET has no body. */
    ORDER_ID_MISSING,
    /** Confirmation is on, and Aurpay does not know the order. */
    ORDER_UNKNOWN,
    /** Confirmation is on, and the order belongs to another user than {@code aurpay.webhook.user-id}. */
    ORDER_OF_OTHER_USER,
    /** Confirmation is on, and the order's status does not fit the callback. */
    ORDER_STATUS_UNFIT,
    /** Confirmation is on, and the order has confirmed another payment before. */
    ORDER_OF_OTHER_PAYMENT
}
