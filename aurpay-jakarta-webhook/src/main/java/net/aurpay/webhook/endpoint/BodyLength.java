package net.aurpay.webhook.endpoint;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Compares the length of a body with what the headers of its request say. If a servlet filter has read the body, the
 * endpoint gets an empty stream, which looks like a callback without an order.
 */
final class BodyLength {
    private static final int LONGEST_NUMBER = 10;

    private BodyLength() {}

    /**
     * Compares the number of bytes that were read with the number that was announced.
     *
     * @param found the number of bytes read; {@code max + 1} if the remainder was not read
     * @throws MissingBytesException if the body should have been longer
     */
    static void require(Function<String, ? extends @Nullable List<String>> headers, int found, int max)
            throws MissingBytesException {
        String coding = only(headers.apply("Transfer-Encoding"));
        if (coding != null) {
            if (found == 0) {
                throw MissingBytesException.of("Transfer-Encoding: chunked", found);
            }
            return;
        }
        String length = only(headers.apply("Content-Length"));
        if (length != null && isNumber(length) && found < Math.min(Long.parseLong(length), max)) {
            throw MissingBytesException.of("Content-Length: " + length, found);
        }
    }

    private static @Nullable String only(@Nullable List<String> values) {
        return values == null || values.size() != 1 ? null : values.get(0);
    }

    private static boolean isNumber(String text) {
        return !text.isEmpty()
                && text.length() <= LONGEST_NUMBER
                && text.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}
