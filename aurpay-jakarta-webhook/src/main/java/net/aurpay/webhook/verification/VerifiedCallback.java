package net.aurpay.webhook.verification;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a verified callback proves: its URL and its date. Its method and its body are not signed, so they prove nothing.
 *
 * @param url as it was registered with Aurpay; not proven if {@link AuthenticationFactor#SIGNATURE} was neither
 *     required nor sent
 * @param date when Aurpay sent the callback; the time of arrival if there was no signature
 * @param signed whether there was a signature (and it was right)
 */
public record VerifiedCallback(String url, Instant date, boolean signed) {
    private static final Pattern PAYMENT_ID = Pattern.compile("[0-9a-f]{32}");

    /** The decoded query parameters in the order of the URL, each with all its values; immutable. */
    public Map<String, List<String>> parameters() {
        return QueryParameters.decoded(url);
    }

    /**
     * The parameter {@code reference}; empty unless the URL has it exactly once. URLs of {@code CallbackUrls} have it
     * once.
     */
    public String reference() {
        List<String> values = parameters().getOrDefault(QueryParameters.REFERENCE, List.of());
        return values.size() == 1 ? values.get(0) : "";
    }

    /** The payment id of a URL made by {@code CallbackUrls}, 32 hex digits; empty for other URLs. */
    public Optional<String> paymentId() {
        return Optional.ofNullable(QueryParameters.raw(url, QueryParameters.PAYMENT))
                .filter(id -> PAYMENT_ID.matcher(id).matches());
    }

    /** The reference in a form that is safe for a log or a table: a line break in it cannot forge a log line. */
    public String readableReference() {
        return ReadableText.of(reference());
    }
}
