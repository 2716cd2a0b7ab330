package net.aurpay.webhook.verification;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Parses the header {@code Date} of a callback. It is an ISO-8601 date, not the format that HTTP libraries expect in
 * this header.
 */
final class CallbackDate {
    /** The two documented forms; 9 is any digit. They are read by hand: java.time takes as long as the signature. */
    private static final String SECONDS = "9999-99-99T99:99:99Z";

    private static final String MILLIS = "9999-99-99T99:99:99.999Z";

    /** Like {@link DateTimeFormatter#ISO_OFFSET_DATE_TIME}, but years have four digits and seconds are mandatory. */
    private static final DateTimeFormatter STRICT = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd'T'HH:mm:ss")
            .optionalStart()
            .appendFraction(ChronoField.NANO_OF_SECOND, 1, 9, true)
            .optionalEnd()
            .appendOffset("+HH:MM", "Z")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private CallbackDate() {}

    /**
     * Returns the date if the text has seconds, with or without a fraction, and {@code Z} or an offset; otherwise null,
     * whatever the text is.
     */
    static @Nullable Instant parse(String text) {
        try {
            return isLike(SECONDS, text) || isLike(MILLIS, text) ? read(text) : STRICT.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isLike(String form, String text) {
        boolean like = text.length() == form.length();
        for (int i = 0; like && i < form.length(); i++) {
            char c = text.charAt(i);
            like = form.charAt(i) == '9' ? c >= '0' && c <= '9' : c == form.charAt(i);
        }
        return like;
    }

    private static Instant read(String text) {
        int millis = text.length() == MILLIS.length() ? number(text, 20, 23) : 0;
        LocalDate day = LocalDate.of(number(text, 0, 4), number(text, 5, 7), number(text, 8, 10));
        return day.atTime(number(text, 11, 13), number(text, 14, 16), number(text, 17, 19), millis * 1_000_000)
                .toInstant(ZoneOffset.UTC);
    }

    private static int number(String text, int start, int end) {
        return Integer.parseInt(text, start, end, 10);
    }
}
