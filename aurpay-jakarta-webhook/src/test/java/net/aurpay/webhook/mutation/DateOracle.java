package net.aurpay.webhook.mutation;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.regex.Pattern;

/** Parses the date of a callback with the JDK's strict parser, which shares no code with the verifier. */
final class DateOracle {
    /**
     * Years have four digits, seconds are mandatory, and a fraction has nine digits at most. The end is {@code Z} or an
     * offset in hours and minutes.
     */
    private static final Pattern FORM =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:\\d\\d)");

    private DateOracle() {}

    static Optional<Instant> read(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(OffsetDateTime.parse(text, DateTimeFormatter.ISO_OFFSET_DATE_TIME)
                    .toInstant());
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
