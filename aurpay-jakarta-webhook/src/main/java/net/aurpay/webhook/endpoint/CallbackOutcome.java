package net.aurpay.webhook.endpoint;

import net.aurpay.webhook.verification.RejectionReason;
import org.jspecify.annotations.Nullable;

/**
 * What became of a callback.
 *
 * @param status of the response, which says nothing else
 * @param name of the outcome in metrics
 * @param reason of a rejection; null for other outcomes
 */
public record CallbackOutcome(int status, String name, @Nullable RejectionReason reason) {
    static final CallbackOutcome PROCESSED = new CallbackOutcome(200, "processed", null);
    static final CallbackOutcome DUPLICATE = new CallbackOutcome(200, "duplicate", null);
    /** A time-out after the success of the same payment; no event is fired. */
    static final CallbackOutcome IGNORED = new CallbackOutcome(200, "ignored", null);
    /** The URL is that of the unnamed account, which is not configured. */
    static final CallbackOutcome NOT_CONFIGURED = new CallbackOutcome(404, "not-configured", null);

    /** An observer or the commit failed. */
    static final CallbackOutcome FAILED = new CallbackOutcome(500, "failed", null);

    static final CallbackOutcome DEFERRED = new CallbackOutcome(503, "deferred", null);

    static CallbackOutcome rejected(int status, RejectionReason reason) {
        return new CallbackOutcome(status, "rejected", reason);
    }
}
