package net.aurpay.webhook.probe;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.aurpay.webhook.ProbeReport.Arrival;

/** An answer as text: one line for each of the nonce and the parts of an {@link Arrival}. */
final class AnswerText {
    private static final int LINES = 6;

    private AnswerText() {}

    static String of(String nonce, Arrival arrival) {
        return String.join(
                "\n",
                nonce,
                line(arrival.scheme()),
                line(arrival.path()),
                line(arrival.query()),
                String.join(",", arrival.headers()),
                String.join(",", arrival.changedHeaders()));
    }

    /** Neither a path nor a query can contain a line break, as long as the server rejects malformed requests. */
    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    /** Reads the answer to a probe; empty if it is the answer to another one. */
    static Optional<Arrival> arrival(String text, String nonce) {
        List<String> lines = List.of(text.split("\n", -1));
        return lines.size() == LINES && lines.get(0).equals(nonce)
                ? Optional.of(
                        new Arrival(lines.get(1), lines.get(2), lines.get(3), names(lines.get(4)), names(lines.get(5))))
                : Optional.empty();
    }

    private static Set<String> names(String line) {
        return line.isEmpty() ? Set.of() : Set.of(line.split(",", -1));
    }
}
