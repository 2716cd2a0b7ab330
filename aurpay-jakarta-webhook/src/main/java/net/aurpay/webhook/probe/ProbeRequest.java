package net.aurpay.webhook.probe;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One probe. Its headers have the names of a callback's headers and worthless values, which both sides derive from the nonce.
 *
 * @param nonce in characters that no URL encodes
 * @param sent to the second
 */
record ProbeRequest(String nonce, Instant sent) {
    /** Carries the ticket as well, so that the probe is recognised even if the query was removed. */
    static final String HEADER = "Aurpay-Probe";

    /** A proxy that decodes, encodes or sorts a query changes at least one of these. */
    static final String QUERY = "reference=a%2Fb%20c%2bd%7Ee%C3%BC&x=%25%41+:&" + ProbeTicket.PARAMETER + "=";

    static final Duration VALID = Duration.ofMinutes(1);

    String ticket(ProbeSeals seals) {
        return new ProbeTicket(seals.account(), seals.request(sent.getEpochSecond() + " " + nonce)).toString();
    }

    /** Reads what {@link #ticket} has written; empty if it is not ours, or too old or too early. */
    static Optional<ProbeRequest> of(ProbeTicket ticket, ProbeSeals seals, Instant now) {
        return seals.openRequest(ticket.sealed())
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

    /** Returns headers of a callback, by name. */
    Map<String, String> headers(List<String> names) {
        Map<String, String> headers = new LinkedHashMap<>();
        names.forEach(name -> headers.put(name, name.equals("Date") ? sent.toString() : "probe-" + nonce));
        return headers;
    }
}
