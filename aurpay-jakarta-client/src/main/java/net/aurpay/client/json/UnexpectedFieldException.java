package net.aurpay.client.json;

import org.jspecify.annotations.Nullable;

/** A field of an answer has another type than the API gives it. */
public final class UnexpectedFieldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;
    private final @Nullable String traceId;

    public UnexpectedFieldException(String field, String problem) {
        this(field, problem, null);
    }

    private UnexpectedFieldException(String field, String problem, @Nullable String traceId) {
        super("field <" + field + "> of the answer " + problem);
        this.field = field;
        this.problem = problem;
        this.traceId = traceId;
    }

    @Nullable
    public String traceId() {
        return traceId;
    }

    /** The same, seen from the object around it. */
    UnexpectedFieldException within(String outer) {
        return new UnexpectedFieldException(field.startsWith("[") ? outer + field : outer + "." + field, problem);
    }

    /** The same, with Aurpay's name for the call. */
    public UnexpectedFieldException of(@Nullable String call) {
        return new UnexpectedFieldException(field, problem, call);
    }
}
