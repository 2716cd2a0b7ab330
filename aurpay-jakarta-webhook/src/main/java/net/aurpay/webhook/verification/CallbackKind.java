package net.aurpay.webhook.verification;

/** What a callback reports; each has a URL of its own, because neither method nor body of a callback is signed. */
public enum CallbackKind {
    SUCCEEDED("/succeeded"),
    TIMED_OUT("/timed-out");

    private final String path;

    CallbackKind(String path) {
        this.path = path;
    }

    /** What follows {@code aurpay.webhook.url} in the path, slash included. */
    public String path() {
        return path;
    }
}
