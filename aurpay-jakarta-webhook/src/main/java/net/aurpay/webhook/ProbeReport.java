package net.aurpay.webhook;

import java.util.Optional;
import java.util.Set;

/**
 * What a probe has sent, what arrived, and what the difference means. It contains no secret.
 *
 * @param sentence names the cause and what to do, in English; it is meant for the log
 * @param sent the URL, with a {@code *} instead of the value that proves whose probe it was
 * @param arrived empty if the request did not reach this application
 */
public record ProbeReport(ProbeOutcome outcome, String sentence, String sent, Optional<Arrival> arrived) {
    /**
     * What arrived at the server. Behind a proxy, scheme and path differ from those of the public URL, and need not be the
     * same.
     *
     * @param scheme of the last connection, such as {@code http} behind a proxy that ends TLS; empty if not known
     * @param path as it arrived, not decoded
     * @param query as it arrived, not decoded, with a {@code *} instead of the value that proves whose probe it was; empty if
     *     there was none
     * @param headers of a callback that arrived unchanged
     * @param changedHeaders of a callback that arrived with another value
     */
    public record Arrival(String scheme, String path, String query, Set<String> headers, Set<String> changedHeaders) {
        /** Copies the sets. */
        public Arrival {
            headers = Set.copyOf(headers);
            changedHeaders = Set.copyOf(changedHeaders);
        }
    }

    /** Whether the probe arrived unchanged. */
    public boolean isOk() {
        return outcome == ProbeOutcome.OK;
    }
}
