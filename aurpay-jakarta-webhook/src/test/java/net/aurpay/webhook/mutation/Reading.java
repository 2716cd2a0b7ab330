package net.aurpay.webhook.mutation;

import java.util.List;
import java.util.Map;

/** The parts of a callback that reach the verifier. On the way, a server may remove parts that have no meaning. */
public interface Reading {
    /** Nothing is removed. */
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

    /** The part of the URL after the configured URL. */
    String urlSuffix(String sent);

    /** Returns whether a request with this suffix reaches the verifier at all if its signature is right. */
    default boolean reaches(String urlSuffix) {
        return true;
    }

    /** All values of each header. */
    Map<String, List<String>> headers(Map<String, List<String>> sent);
}
