package net.aurpay.client;

/** A field of an answer has another type than the API gives it. */
final class FieldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String field;
    private final String problem;

    FieldException(String field, String problem) {
        this.field = field;
        this.problem = problem;
    }

    @Override
    public String getMessage() {
        return "field <" + field + "> of the answer " + problem;
    }

    /** The same, seen from the object around it. */
    FieldException within(String outer) {
        return new FieldException(field.startsWith("[") ? outer + field : outer + "." + field, problem);
    }
}
