package net.aurpay.webhook.probe;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One probe. Its headers have the names of a callback's headers and worthless values, which both sides derive from the nonce.
 *
 * @param nonce in characters that no URL encodes
 * @param sent to the second
 */
record ProbeRequest(String nonce, Instant sent) {
    static final String PARAMETER = "probe";

    /** Carries the seal as well, so that the probe is recognised even if the query was removed. */
    static final String HEADER = "Aurpay-Probe";

    /** A proxy that decodes or encodes a query changes at least one of these. */
    static final String QUERY = "reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41+:&" + PARAMETER + "=";

    static final Duration VALID = Duration.ofMinutes(1);

    /** Longer than any seal of a probe. */
    private static final int MAX_SEALED = 200;

    String sealed(ProbeSeals seals) {
        return seals.request(sent.getEpochSecond() + " " + nonce);
    }

    /** Reads what {@link #sealed} has written; empty if it is not ours, or too old or too early. */
    static Optional<ProbeRequest> of(String sealed, ProbeSeals seals, Instant now) {
        return sealed.length() > MAX_SEALED
                ? Optional.empty()
                : seals.openRequest(sealed)
                        .flatMap(ProbeRequest::parse)
                        .filter(probe -> Duration.between(probe.sent, now).abs().compareTo(VALID) <= 0);
    }

    private static Optional<ProbeRequest> parse(String content) {
        int space = content.indexOf(' ');
        try {
            return Optional.of(new ProbeRequest(
                    content.substring(space + 1), Instant.ofEpochSecond(Long.parseLong(content.substring(0, space)))));
        } catch (IndexOutOfBoundsException | NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }

    /** The headers of a callback, by name. */
    Map<String, String> headers() {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Date", sent.toString());
        headers.put("Callback-Token", "probe-" + nonce);
        headers.put("Signature", "probe-" + nonce);
        return headers;
    }
}
