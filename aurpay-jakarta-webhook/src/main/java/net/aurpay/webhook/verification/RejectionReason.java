package net.aurpay.webhook.verification;

/** Why a callback was rejected. The reason goes to the log and to {@code CallbackRejected}, never into a response. */
public enum RejectionReason {
    /** A required {@code Callback-Token} is missing: callback authentication may be off in Aurpay's dashboard. */
    TOKEN_MISSING,
    /** {@code Callback-Token} matches none of the tokens of the account. */
    TOKEN_WRONG,
    /** A required {@code Api-Key} is missing. */
    API_KEY_MISSING,
    /** {@code Api-Key} matches none of the API keys of the account. */
    API_KEY_WRONG,
    /** A required {@code Signature} is missing: callback authentication may be off in Aurpay's dashboard. */
    SIGNATURE_MISSING,
    /**
     * {@code Signature} fits no secret of the account and no configured URL; often {@code aurpay.webhook.url} is not the URL that Aurpay
     * calls.
     */
    SIGNATURE_WRONG,
    /**
     * There is a {@code Signature}, but not the {@code Date} that it signs: a proxy in front of the server may remove
     * or rename the header.
     */
    DATE_MISSING,
    /** The URL names an account that does not exist, or that lacks a callback token or secret. */
    ACCOUNT_UNKNOWN,
    /** A header came more than once: one proxy or server could read the first value, another the last. */
    HEADER_DUPLICATED,
    /** A header is empty, exceeds its limit, or has characters other than visible ASCII. */
    HEADER_MALFORMED,
    /** The URL exceeds its limit, has characters other than visible ASCII, or is not a URL of the endpoint. */
    URL_MALFORMED,
    /** The signature is right, but the date is not an ISO-8601 date with an offset. */
    DATE_UNREADABLE,
    /** The signature is right, but the date is in the future by more than the tolerance: the clocks differ. */
    DATE_AHEAD,
    /** The signature is right, but the date is older than the maximal age: a replay, or a very late retry. */
    DATE_STALE,
    /** Confirmation is on, and the body has no well-formed {@code order_id}. A GET has no body. */
    ORDER_ID_MISSING,
    /** Confirmation is on, and Aurpay does not know the order. */
    ORDER_UNKNOWN,
    /** Confirmation is on, and the order belongs to a user other than {@code aurpay.webhook.user-id}. */
    ORDER_OF_OTHER_USER,
    /** Confirmation is on, and the order's status does not fit the callback. */
    ORDER_STATUS_UNFIT,
    /** Confirmation is on, and the order has already confirmed another payment. */
    ORDER_OF_OTHER_PAYMENT
}
