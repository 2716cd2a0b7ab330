package net.aurpay.client;

import jakarta.ejb.ApplicationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Reports any failure of a call: Aurpay rejected the request, the response made no sense, or no response came.
 *
 * <p>Aurpay reports its errors with HTTP status 200 and a {@link #code()} other than 0, so the code decides, not the
 * status. The message says what came back and what to change; the message never contains a secret. If you ask Aurpay's
 * support for help, quote the {@link #traceId()}.
 *
 * <p>For EJBs, this is an application exception: the caller of an EJB receives the exception unwrapped, and the
 * transaction is rolled back.
 */
@ApplicationException(rollback = true)
public class AurpayException extends RuntimeException {
    /** The {@link #code()} if the response had none. Aurpay itself never uses this value. */
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
     * Starts building an exception, for a test that replaces a real client.
     *
     * @param message what happened
     */
    public static Builder builder(String message) {
        return new Builder(message);
    }

    /**
     * The {@code code} of the response's envelope, for example 40005 for an insufficient balance. {@link #NO_CODE} if
     * there was no readable code; 0 if Aurpay reported success but the rest of the response is wrong or unreadable. A
     * log-in with a wrong password has code 404.
     */
    public int code() {
        return code;
    }

    /** The HTTP status of the response; 0 if no response came. */
    public int httpStatus() {
        return httpStatus;
    }

    /**
     * Aurpay's identifier of the call: {@code trace_id} of the envelope, otherwise the header {@code a-trace-id},
     * otherwise null.
     */
    public @Nullable String traceId() {
        return traceId;
    }

    /**
     * Whether a call that changes something may have taken effect although the call failed. Aurpay has no idempotency
     * keys: look up the order or the transaction before you call again. Always false for calls that only read.
     *
     * <p>For a call that changes something, false means that the request was certainly not sent or certainly rejected.
     * A request is certainly rejected if its HTTP status is 4xx or its code is 4xx or 4xxxx, but not 408 or 408xx, and
     * if status and code do not contradict each other.
     */
    public boolean outcomeUnknown() {
        return outcomeUnknown;
    }

    /** Collects what is known about a failure. A new builder describes a call that was never sent. Not thread-safe. */
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

        /** Whether {@link #build()} creates an {@link AurpayUnavailableException}. */
        public Builder unavailable(boolean unavailable) {
            this.unavailable = unavailable;
            return this;
        }

        /** See {@link AurpayUnavailableException#retryAfter()}; ignored for any other exception. */
        public Builder retryAfter(@Nullable Duration retryAfter) {
            this.retryAfter = retryAfter;
            return this;
        }

        /** The exception that caused the failure; null if there was none. */
        public Builder cause(@Nullable Throwable cause) {
            this.cause = cause;
            return this;
        }

        public AurpayException build() {
            return unavailable ? new AurpayUnavailableException(this, retryAfter) : new AurpayException(this);
        }
    }
}
