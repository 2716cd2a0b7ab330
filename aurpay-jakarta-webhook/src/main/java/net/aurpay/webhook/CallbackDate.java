package net.aurpay.webhook;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The header {@code Date} of a callback: ISO-8601, which HTTP libraries do not expect there. */
final class CallbackDate {
    /** As {@link DateTimeFormatter#ISO_OFFSET_DATE_TIME}, with years of four digits and always with seconds. */
    private static final DateTimeFormatter FORMAT = new DateTimeFormatterBuilder()
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
            .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT);

    private CallbackDate() {}

    /** Seconds with or without a fraction, {@code Z} or an offset; null for anything else. */
    static @Nullable Instant parse(String text) {
        ParsePosition end = new ParsePosition(0);
        TemporalAccessor fields = FORMAT.parseUnresolved(text, end);
        if (fields == null || end.getIndex() < text.length()) {
            return null;
        }
        try {
            return date(fields);
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** The formatter's own way from fields to a date takes as long as the signature; this one is as strict. */
    private static Instant date(TemporalAccessor fields) {
        return OffsetDateTime.of(
                        fields.get(ChronoField.YEAR),
                        fields.get(ChronoField.MONTH_OF_YEAR),
                        fields.get(ChronoField.DAY_OF_MONTH),
                        fields.get(ChronoField.HOUR_OF_DAY),
                        fields.get(ChronoField.MINUTE_OF_HOUR),
                        fields.get(ChronoField.SECOND_OF_MINUTE),
                        fields.isSupported(ChronoField.NANO_OF_SECOND) ? fields.get(ChronoField.NANO_OF_SECOND) : 0,
                        ZoneOffset.ofTotalSeconds(fields.get(ChronoField.OFFSET_SECONDS)))
                .toInstant();
    }
}
