package net.aurpay.client;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Any failure of a call: Aurpay refused it, the answer made no sense, or there was no answer.
 *
 * <p>Aurpay reports its errors with HTTP status 200 and a {@link #code()} other than 0, so the code decides, not the
 * status. The message says what came and what to change; it never holds a secret. Quote {@link #traceId()} to support.
 *
 * <p>An application exception for EJBs: their callers get it as it is, and the transaction is rolled back.
 */
@ApplicationException(rollback = true)
public class AurpayException extends RuntimeException {
    /** {@link #code()} where the answer had none; no code of Aurpay's is this one. */
    public static final int NO_CODE = Integer.MIN_VALUE;

    private static final long serialVersionUID = 1;

    private final int code;

    private final int httpStatus;
    private final @Nullable String traceId;
    private final boolean outcomeUnknown;

    AurpayException(Builder builder) {
        super(builder.message, builder.cause);
        this.code = builder.code;
        this.httpStatus = builder.httpStatus;
        this.traceId = builder.traceId;
        this.outcomeUnknown = builder.outcomeUnknown;
    }

    /**
     * For a client that a test puts in place of the real one.
     *
     * @param message what happened
     */
    public static Builder builder(String message) {
        return new Builder(message);
    }

    /**
     * The {@code code} of the answer's envelope, e.g. 40005 for an insufficient balance; {@link #NO_CODE} if there was
     * no readable one; 0 if it said so and the rest contradicts it or cannot be read. A log-in with a wrong password has
     * code 404.
     */
    public int code() {
        return code;
    }

    /** The HTTP status of the answer; 0 if there was no answer. */
    public int httpStatus() {
        return httpStatus;
    }

    /** Aurpay's name for the call: {@code trace_id} of the envelope, else the header {@code a-trace-id}, else null. */
    public @Nullable String traceId() {
        return traceId;
    }

    /**
     * Whether a call that changes something may have taken effect although it failed. Aurpay knows no idempotency key:
     * look the order or transaction up before calling again. Always false for calls that only read.
     *
     * <p>False for a write only if it was certainly not sent, or certainly refused: an HTTP status or a code of 400 to 499,
     * or a code of 40000 to 49999, except 408 and 40800 to 40899, and nothing beside it that says otherwise.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** Says what is known of a failure: at first that the call was never sent. Not thread-safe. */
    public static final class Builder {
        private final String message;
        private int code = NO_CODE;
        private int httpStatus;
        private @Nullable String traceId;
        private boolean outcomeUnknown;
        private boolean unavailable;
        private @Nullable Duration retryAfter;
        private @Nullable Throwable cause;

        private Builder(String message) {
            this.message = message;
        }

        /** See {@link AurpayException#code()}. */
        public Builder code(int code) {
            this.code = code;
            return this;
        }

        /** See {@link AurpayException#httpStatus()}. */
        public Builder httpStatus(int httpStatus) {
            this.httpStatus = httpStatus;
            return this;
        }

        /** See {@link AurpayException#traceId()}. */
        public Builder traceId(@Nullable String traceId) {
            this.traceId = traceId;
            return this;
        }

        /** See {@link AurpayException#outcomeUnknown()}. */
        public Builder outcomeUnknown(boolean outcomeUnknown) {
            this.outcomeUnknown = outcomeUnknown;
            return this;
        }

        /** Whether it is an {@link AurpayUnavailableException}. */
        public Builder unavailable(boolean unavailable) {
            this.unavailable = unavailable;
            return this;
        }

        /** See {@link AurpayUnavailableException#retryAfter()}; of no meaning for another exception. */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /** What led to it; null for nothing. */
        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        public AurpayException build() {
            return unavailable ? new AurpayUnavailableException(this, retryAfter) : new AurpayException(this);
        }
    }
}
