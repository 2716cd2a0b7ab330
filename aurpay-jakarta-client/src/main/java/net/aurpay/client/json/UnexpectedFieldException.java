package net.aurpay.client.json;

import org.jspecify.annotations.Nullable;

/** Reports that a field of a response has another type than the API gives it. */
public final class UnexpectedFieldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;
    private final @Nullable String traceId;

    /** Reports a problem with a field that the code which finds the problem does not know: see {@link #within}. */
    public UnexpectedFieldException(String problem) {
        this("", problem, null, null);
    }

    UnexpectedFieldException(String problem, Throwable cause) {
        this("", problem, null, cause);
    }

    private UnexpectedFieldException(
            String field, String problem, @Nullable String traceId, @Nullable Throwable cause) {
        super((field.isEmpty() ? "a field" : "field <" + field + ">") + " of the response " + problem, cause);
        this.field = field;
        this.problem = problem;
        this.traceId = traceId;
    }

    @Nullable
    public String traceId() {
        return traceId;
    }

    /** Whether the exception names the field. */
    boolean isLocated() {
        return !field.isEmpty();
    }

    /** Returns the same exception with the field's name as seen from the enclosing object or array. */
    public UnexpectedFieldException within(String outer) {
        boolean joined = outer.isEmpty() || field.isEmpty() || field.startsWith("[");
        return new UnexpectedFieldException(joined ? outer + field : outer + "." + field, problem, traceId, getCause());
    }

    /** Returns the same exception with Aurpay's identifier of the call. */
    public UnexpectedFieldException of(@Nullable String call) {
        return new UnexpectedFieldException(field, problem, call, getCause());
    }
}
