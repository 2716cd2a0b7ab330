package net.aurpay.client.json;

import org.jspecify.annotations.Nullable;

/** Reports that a field of a response has another type than the API gives it. */
public final class UnexpectedFieldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;
    private final @Nullable String traceId;

    public UnexpectedFieldException(String field, String problem) {
        this(field, problem, null);
    }

    private UnexpectedFieldException(String field, String problem, @Nullable String traceId) {
        super("field <" + field + "> of the response " + problem);
        this.field = field;
        this.problem = problem;
        this.traceId = traceId;
    }

    @Nullable
    public String traceId() {
        return traceId;
    }

    /** Returns the same exception with the field's name as seen from the enclosing object. */
    UnexpectedFieldException within(String outer) {
        return new UnexpectedFieldException(field.startsWith("[") ? outer + field : outer + "." + field, problem);
    }

    /** Returns the same exception with Aurpay's identifier of the call. */
    public UnexpectedFieldException of(@Nullable String call) {
        return new UnexpectedFieldException(field, problem, call);
    }
}
