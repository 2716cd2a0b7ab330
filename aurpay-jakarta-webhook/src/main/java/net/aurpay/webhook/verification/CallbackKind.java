package net.aurpay.webhook.verification;

/**
 * What a callback reports. Each kind has its own URL, because Aurpay signs neither the method nor the body of a
 * callback.
 */
public enum CallbackKind {
    SUCCEEDED("/succeeded"),
    TIMED_OUT("/timed-out");

    private final String path;

    CallbackKind(String path) {
        this.path = path;
    }

    /** The part of the path after {@code aurpay.webhook.url}, with the leading slash. */
    public String path() {
        return path;
    }
}
