package net.aurpay.webhook.verification;

import java.text.ParsePosition;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header {@code Date} of a callback. It is an ISO-8601 date, not the format that HTTP libraries expect in
 * this header.
 */
final class CallbackDate {
    /**
     * Like {@link DateTimeFormatter#ISO_OFFSET_DATE_TIME}, but years have four digits and the seconds are mandatory.
     * There are two formatters because one with an optional fraction takes twice as long.
     */
    private static final DateTimeFormatter SECONDS = format(seconds());

    private static final DateTimeFormatter FRACTION =
            format(seconds().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true));

    private CallbackDate() {}

    /**
     * Returns the date if the text has seconds, with or without a fraction, and {@code Z} or an offset; otherwise null,
     * whatever the text is.
     */
    static @Nullable Instant parse(String text) {
        try {
            return read(text);
        } catch (RuntimeException e) {
            // parseUnresolved reports most errors by its position, but throws for an offset of 24 hours or more.
            return null;
        }
    }

    private static @Nullable Instant read(String text) {
        boolean fraction = text.indexOf('.') >= 0;
        ParsePosition end = new ParsePosition(0);
        TemporalAccessor fields = (fraction ? FRACTION : SECONDS).parseUnresolved(text, end);
        if (fields == null || end.getIndex() < text.length()) {
            return null;
        }
        return date(fields, fraction ? (int) fields.getLong(ChronoField.NANO_OF_SECOND) : 0);
    }

    /**
     * Builds the date from the fields. The formatter's own resolution takes as long as the signature; this one is just
     * as strict. No field has more digits than an int.
     */
    private static Instant date(TemporalAccessor fields, int nanos) {
        LocalDateTime date = LocalDateTime.of(
                (int) fields.getLong(ChronoField.YEAR),
                (int) fields.getLong(ChronoField.MONTH_OF_YEAR),
                (int) fields.getLong(ChronoField.DAY_OF_MONTH),
                (int) fields.getLong(ChronoField.HOUR_OF_DAY),
                (int) fields.getLong(ChronoField.MINUTE_OF_HOUR),
                (int) fields.getLong(ChronoField.SECOND_OF_MINUTE));
        int offset = ChronoField.OFFSET_SECONDS.checkValidIntValue(fields.getLong(ChronoField.OFFSET_SECONDS));
        return Instant.ofEpochSecond(date.toEpochSecond(ZoneOffset.UTC) - offset, nanos);
    }

    private static DateTimeFormatterBuilder seconds() {
        return new DateTimeFormatterBuilder()
                .appendValue(ChronoField.YEAR, 4)
                .appendLiteral('-')
                .appendValue(ChronoField.MONTH_OF_YEAR, 2)
                .appendLiteral('-')
                .appendValue(ChronoField.DAY_OF_MONTH, 2)
                .appendLiteral('T')
                .appendValue(ChronoField.HOUR_OF_DAY, 2)
                .appendLiteral(':')
                .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
                .appendLiteral(':')
                .appendValue(ChronoField.SECOND_OF_MINUTE, 2);
    }

    private static DateTimeFormatter format(DateTimeFormatterBuilder start) {
        return start.appendOffset("+HH:MM", "Z").toFormatter(Locale.ROOT);
    }
}
