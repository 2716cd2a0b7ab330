package net.aurpay.webhook.verification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A callback that must not be believed. Answer it with status 401 and nothing else.
 *
 * <p>The exception has no stack trace: anyone can cause a rejection, so it must stay cheap.
 */
public final class CallbackRejectedException extends Exception {
    private static final long serialVersionUID = 1;

    private final RejectionReason reason;
    private final String detail;
    private final @Nullable String signedUrl;
    private final @Nullable Instant signedDate;

    public CallbackRejectedException(RejectionReason reason) {
        this(reason, "");
    }

    public CallbackRejectedException(RejectionReason reason, String detail) {
        this(reason, detail, null, null);
    }

    /**
     * Rejects a callback.
     *
     * @param detail what exactly is wrong, or empty; contains nothing that the sender could have made up
     */
    public CallbackRejectedException(
            RejectionReason reason, String detail, @Nullable String signedUrl, @Nullable Instant signedDate) {
        super("callback rejected: " + describe(reason, detail), null, false, false);
        this.reason = reason;
        this.detail = detail;
        this.signedUrl = signedUrl;
        this.signedDate = signedDate;
    }

    /** For the log only. A response that shows the reason would tell a forger what to try next. */
    public RejectionReason reason() {
        return reason;
    }

    /** The URL, if its signature was right and only the date was wrong; otherwise empty. */
    public Optional<String> signedUrl() {
        return Optional.ofNullable(signedUrl);
    }

    /** The date that was signed with {@link #signedUrl()}; empty if that URL is empty or the date could not be read. */
    public Optional<Instant> signedDate() {
        return Optional.ofNullable(signedDate);
    }

    /** The reason in words, for the log. */
    public String description() {
        return describe(reason, detail);
    }

    private static String describe(RejectionReason reason, String detail) {
        return detail.isEmpty() ? reason.name() : reason + ", " + detail;
    }
}
