package net.aurpay.client;

import org.jspecify.annotations.Nullable;

/** Compares the text that was signed here with the one in an answer that refuses the signature. */
final class SignatureDifference {
    private static final int CONTEXT = 24;

    private SignatureDifference() {}

    /**
     * A sentence that points at the first difference.
     *
     * @param here what was signed
     * @param answer the server's, as text: which of its fields holds the server's {@code signature_origin}, if any, is
     *     not documented
     */
    static String describe(String here, String answer) {
        @Nullable String there = find(here, answer);
        if (there == null) {
            return "; signed here <" + here + ">, the answer was <" + answer + ">";
        }
        if (there.equals(here)) {
            return "; both sides signed <" + here + ">, so it is the secret key that differs";
        }
        int start = 0;
        while (start < here.length() && start < there.length() && here.charAt(start) == there.charAt(start)) {
            start++;
        }
        return "; signed here <" + here + ">, there <" + there + ">: from character " + (start + 1) + " on <"
                + from(start, here) + "> here, <" + from(start, there) + "> there";
    }

    private static String from(int start, String text) {
        return text.substring(start, Math.min(text.length(), start + CONTEXT));
    }

    /** From the algorithm's name to the end of the JSON string. */
    private static @Nullable String find(String here, String answer) {
        int start = answer.indexOf(here.substring(0, here.indexOf(' ')) + " | ");
        int end = answer.indexOf('"', Math.max(start, 0));
        return start < 0 || end < 0 ? null : answer.substring(start, end);
    }
}
