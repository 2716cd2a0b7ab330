package net.aurpay.webhook.mutation;

import java.util.List;
import java.util.Map;

/** What arrives of a callback, where the way to the verifier may take away what means nothing. */
public interface Reading {
    /** Nothing is taken away. */
    Reading EXACT = new Reading() {
        @Override
        public String urlSuffix(String sent) {
            return sent;
        }

        @Override
        public Map<String, List<String>> headers(Map<String, List<String>> sent) {
            return sent;
        }
    };

    /** What follows the configured URL. */
    String urlSuffix(String sent);

    /** Whether a request with this urlSuffix gets to the verifier at all, where its signature is right. */
    default boolean reaches(String urlSuffix) {
        return true;
    }

    /** All values of each header. */
    Map<String, List<String>> headers(Map<String, List<String>> sent);
}
