package net.aurpay.webhook.testing;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes URLs like those of {@code CallbackUrls}. It has its own code on purpose: if it shared that of {@code
 * CallbackUrls}, tests would not notice a mistake in it.
 */
final class SampleUrls {
    private static final String SUCCEEDED = "/succeeded";
    private static final String TIMED_OUT = "/timed-out";
    private static final Pattern PAYMENT = Pattern.compile("(?:^|&)payment=([^&]*)");
    private static final Pattern PAYMENT_ID = Pattern.compile("[0-9a-f]{32}");

    private SampleUrls() {}

    static URI succeeded(URI base, String reference) {
        return url(base, SUCCEEDED, reference);
    }

    static URI timedOut(URI base, String reference) {
        return url(base, TIMED_OUT, reference);
    }

    static String withoutSlash(URI base) {
        String text = base.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /**
     * Checks the payment id of a URL. A URL with another path belongs to the user's own endpoint, and may have any
     * parameter of this name.
     */
    static void requirePaymentId(URI url) {
        String path = String.valueOf(url.getRawPath());
        if (url.getRawQuery() == null || !(path.endsWith(SUCCEEDED) || path.endsWith(TIMED_OUT))) {
            return;
        }
        Matcher payment = PAYMENT.matcher(url.getRawQuery());
        while (payment.find()) {
            if (!PAYMENT_ID.matcher(payment.group(1)).matches()) {
                throw new IllegalArgumentException(
                        "the parameter payment must be 32 hex digits in lower case, such as a"
                                + " UUID without its dashes, because the webhook ignores others; was <"
                                + payment.group(1)
                                + ">");
            }
        }
    }

    private static URI url(URI base, String path, String reference) {
        String encoded = URLEncoder.encode(reference, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
        String payment = UUID.randomUUID().toString().replace("-", "");
        return URI.create(withoutSlash(base) + path + "?reference=" + encoded + "&payment=" + payment);
    }
}
