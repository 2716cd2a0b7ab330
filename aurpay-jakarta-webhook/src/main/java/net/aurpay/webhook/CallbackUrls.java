package net.aurpay.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.HexFormat;
import net.aurpay.client.Callbacks;

/**
 * Makes the URLs that a payment is created with; {@code @Inject} it. Thread-safe.
 *
 * <p>They are under the first {@code aurpay.webhook.url}, and carry the merchant's reference and a random payment id, in
 * characters that no proxy encodes anew: Aurpay signs the URL, so both come back authentic.
 */
@ApplicationScoped
public class CallbackUrls {
    private static final int MAX_REFERENCE = 200;
    private static final int PAYMENT_ID_BYTES = 16;

    private final SecureRandom random = new SecureRandom();

    @Inject
    Webhook webhook;

    /**
     * Both URLs of a new payment. Each call makes another payment id, so another payment, also for the same reference.
     *
     * @param reference the merchant's own name of the payment, such as an order number: 1 to 200 characters, not blank,
     *     without control characters; {@link OrderEvent#reference()} gives it back
     * @throws IllegalArgumentException if the reference is not such a text
     * @throws IllegalStateException if {@code aurpay.webhook.url} is missing
     */
    public Callbacks forPayment(String reference) {
        WebhookConfig config = webhook.config()
                .orElseThrow(() -> new IllegalStateException(
                        "aurpay.webhook.url is missing: set it to the URL under which Aurpay reaches this application,"
                                + " followed by /aurpay/callbacks"));
        return forPayment(config.urls().get(0), reference, config.confirm());
    }

    /** POST under confirmation, since a GET brings no order to look up. */
    Callbacks forPayment(String base, String reference, boolean post) {
        byte[] id = new byte[PAYMENT_ID_BYTES];
        random.nextBytes(id);
        String query = "?" + QueryParameters.REFERENCE + "=" + encode(checked(reference)) + "&"
                + QueryParameters.PAYMENT + "=" + HexFormat.of().formatHex(id);
        return new Callbacks(
                URI.create(base + CallbackKind.SUCCEEDED.path() + query),
                URI.create(base + CallbackKind.TIMED_OUT.path() + query),
                post);
    }

    private static String checked(String reference) {
        if (reference.isBlank()
                || reference.length() > MAX_REFERENCE
                || reference.chars().anyMatch(Character::isISOControl)
                || !StandardCharsets.UTF_8.newEncoder().canEncode(reference)) {
            throw new IllegalArgumentException("a reference must be 1 to " + MAX_REFERENCE
                    + " characters, not blank and without control characters, was <" + printable(reference) + ">");
        }
        return reference;
    }

    private static String printable(String reference) {
        String cut = reference.substring(0, Math.min(reference.length(), MAX_REFERENCE));
        return cut.replaceAll("\\p{Cntrl}", "?");
    }

    private static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (isUnreserved(b)) {
                encoded.append((char) b);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
            }
        }
        return encoded.toString();
    }

    /** RFC 3986, 2.3. */
    private static boolean isUnreserved(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z') || (b >= '0' && b <= '9') || "-._~".indexOf(b) >= 0;
    }
}
