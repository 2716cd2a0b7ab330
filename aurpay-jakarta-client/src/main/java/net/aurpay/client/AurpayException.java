package net.aurpay.client;

import jakarta.ejb.ApplicationException;
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

    AurpayException(Failure failure, @Nullable Throwable cause) {
        super(failure.message(), cause);
        this.code = failure.code();
        this.httpStatus = failure.httpStatus();
        this.traceId = failure.traceId();
        this.outcomeUnknown = failure.outcomeUnknown();
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
}
