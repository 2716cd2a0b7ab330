package net.aurpay.webhook;

import org.jspecify.annotations.Nullable;

/**
 * What became of a callback.
 *
 * @param status of the answer, which says nothing else
 * @param outcome a word for whoever counts
 * @param reason of a refusal
 */
record Verdict(int status, String outcome, @Nullable RefusalReason reason) {
    static final Verdict PROCESSED = new Verdict(200, "processed", null);
    static final Verdict DUPLICATE = new Verdict(200, "duplicate", null);
    /** A time-out after the payment's success: no event. */
    static final Verdict IGNORED = new Verdict(200, "ignored", null);
    /** An observer or the commit failed. */
    static final Verdict FAILED = new Verdict(500, "failed", null);

    static final Verdict LATER = new Verdict(503, "later", null);

    static Verdict refused(int status, RefusalReason reason) {
        return new Verdict(status, "refused", reason);
    }
}
