package net.aurpay.client;

import org.jspecify.annotations.Nullable;

/** A field of an answer has another type than the API gives it. */
final class FieldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;
    private final @Nullable String traceId;

    FieldException(String field, String problem) {
        this(field, problem, null);
    }

    private FieldException(String field, String problem, @Nullable String traceId) {
        super("field <" + field + "> of the answer " + problem);
        this.field = field;
        this.problem = problem;
        this.traceId = traceId;
    }

    @Nullable
    String traceId() {
        return traceId;
    }

    /** The same, seen from the object around it. */
    FieldException within(String outer) {
        return new FieldException(field.startsWith("[") ? outer + field : outer + "." + field, problem);
    }

    /** The same, with Aurpay's name for the call. */
    FieldException of(@Nullable String call) {
        return new FieldException(field, problem, call);
    }
}
