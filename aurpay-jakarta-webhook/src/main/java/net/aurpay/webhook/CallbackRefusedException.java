package net.aurpay.webhook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A callback that must not be believed. Answer it with status 401 and nothing else.
 *
 * <p>It has no stack trace: refusing must stay cheap, because anyone can cause it.
 */
public final class CallbackRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final RefusalReason reason;
    private final @Nullable String signedUrl;

    CallbackRefusedException(RefusalReason reason) {
        this(reason, null);
    }

    CallbackRefusedException(RefusalReason reason, @Nullable String signedUrl) {
        super("callback refused: " + reason, null, false, false);
        this.reason = reason;
        this.signedUrl = signedUrl;
    }

    /** For the log; an answer that told it would tell a forger what to try next. */
    public RefusalReason reason() {
        return reason;
    }

    /** The URL whose signature was right; present only where nothing but the date was wrong. */
    public Optional<String> signedUrl() {
        return Optional.ofNullable(signedUrl);
    }
}
