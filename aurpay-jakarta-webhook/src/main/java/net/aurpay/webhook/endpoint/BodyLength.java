package net.aurpay.webhook.endpoint;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What the headers of a request say about the length of its body. A servlet filter that reads a body leaves an empty
 * stream to the endpoint, which looks like a callback without an order.
 */
final class BodyLength {
    private static final int LONGEST_NUMBER = 10;

    private BodyLength() {}

    /**
     * Compares what was read with what was announced.
     *
     * @param found bytes read; with {@code max + 1} of them, the urlSuffix was not asked for
     * @throws MissingBytesException if there should have been more
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
