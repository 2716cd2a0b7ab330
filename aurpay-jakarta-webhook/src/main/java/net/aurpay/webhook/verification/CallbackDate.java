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

/** The header {@code Date} of a callback: ISO-8601, which HTTP libraries do not expect there. */
final class CallbackDate {
    /**
     * As {@link DateTimeFormatter#ISO_OFFSET_DATE_TIME}, with years of four digits and always with seconds. There are two
     * formatters, because one with an optional fraction takes twice the time.
     */
    private static final DateTimeFormatter SECONDS = format(seconds());

    private static final DateTimeFormatter FRACTION =
            format(seconds().appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true));

    private CallbackDate() {}

    /** Seconds with or without a fraction, {@code Z} or an offset; null for anything else, whatever it is. */
    static @Nullable Instant parse(String text) {
        try {
            return read(text);
        } catch (RuntimeException e) {
            // parseUnresolved reports most errors by its position, yet throws for an offset of 24 hours or more
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
     * Makes a date of the fields. The formatter's own way takes as long as the signature; this one is as strict. No field
     * has more digits than an int.
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
