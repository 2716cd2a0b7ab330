package net.aurpay.webhook.endpoint;

import java.io.IOException;

/** The body ended before the length that its headers announce. */
final class MissingBytesException extends IOException {
    private static final long serialVersionUID = 1L;

    private final String problem;

    private MissingBytesException(String problem) {
        super(problem);
        this.problem = problem;
    }

    static MissingBytesException of(String announced, int found) {
        return new MissingBytesException("has <" + found + "> bytes left where the request announces <" + announced
                + ">: a servlet filter in front of the endpoint has read the body, or the sender stopped");
    }

    /** Returns what follows the words <em>the body</em> in a line of the log. */
    String problem() {
        return problem;
    }
}
