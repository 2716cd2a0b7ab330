package net.aurpay.webhook.endpoint;

/** Finds the message of the innermost cause of a failure, and makes it fit for one line of the log. */
final class RootCause {
    /** Deeper than any server nests exceptions. Also ends the loop if two exceptions are causes of each other. */
    static final int MAX_DEPTH = 50;

    private static final int MAX_LENGTH = 300;

    private RootCause() {}

    /** Returns one line of at most 300 characters, without the passwords that drivers put into their messages. */
    static String of(Throwable failure) {
        String said = failure.getClass().getName();
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < MAX_DEPTH; depth++) {
            String message = cause.getMessage();
            if (message != null && !message.isBlank()) {
                said = cause.getClass().getSimpleName() + ": " + message;
            }
            cause = cause.getCause();
        }
        String harmless = said.replaceAll("[\\p{Cntrl}\\s]+", " ")
                .replaceAll("(?i)(pass\\w*|pwd)(\\s*[=:]\\s*)[^\\s;,&]+", "$1$2…")
                .replaceAll("//[^/@\\s]*@", "//")
                .strip();
        return harmless.length() <= MAX_LENGTH ? harmless : harmless.substring(0, MAX_LENGTH) + "…";
    }
}
