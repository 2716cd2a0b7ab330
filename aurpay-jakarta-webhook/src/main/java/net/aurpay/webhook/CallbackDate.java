package net.aurpay.webhook;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** The header {@code Date} of a callback: ISO-8601, which HTTP libraries do not expect there. */
final class CallbackDate {
    private CallbackDate() {}

    /** Seconds with or without a fraction, {@code Z} or an offset; null for anything else. */
    static @Nullable Instant parse(String text) {
        try {
            return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
