package net.aurpay.webhook.verification;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A callback that must not be believed. Answer it with status 401 and nothing else.
 *
 * <p>It has no stack trace: refusing must stay cheap, because anyone can cause it.
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
     * A callback that is rejected.
     *
     * @param detail what is wrong in particular, with nothing in it that anyone could have made up; or empty
     */
    public CallbackRejectedException(
            RejectionReason reason, String detail, @Nullable String signedUrl, @Nullable Instant signedDate) {
        super("callback refused: " + describe(reason, detail), null, false, false);
        this.reason = reason;
        this.detail = detail;
        this.signedUrl = signedUrl;
        this.signedDate = signedDate;
    }

    /** For the log; an answer that told it would tell a forger what to try next. */
    public RejectionReason reason() {
        return reason;
    }

    /** The URL whose signature was right; present only where nothing but the date was wrong. */
    public Optional<String> signedUrl() {
        return Optional.ofNullable(signedUrl);
    }

    /** The date that was signed with {@link #signedUrl()}; empty if there is none, and if the date could not be read. */
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
