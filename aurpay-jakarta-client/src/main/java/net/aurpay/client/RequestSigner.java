package net.aurpay.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests with one merchant's secret key. Thread-safe: the keyed {@link Mac} is only ever cloned, which is cheaper
 * than keying one for each request and needs neither lock nor pool.
 */
final class RequestSigner {
    /** To the millisecond even when it is 0, as the official script writes it. */
    private static final DateTimeFormatter DATE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final SecretKeySpec key;
    private final Mac keyed;

    RequestSigner(Algorithm algorithm, String secretKey) {
        key = new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), algorithm.jcaName());
        keyed = mac();
        // the key is hashed with the first update, even of nothing: here once, and not in every clone
        keyed.update(new byte[0]);
    }

    static String date(Instant now) {
        return DATE.format(now);
    }

    /**
     * The {@code Signature} header.
     *
     * @param origin {@link SignatureOrigin#text}
     */
    String sign(String origin) {
        return Base64.getEncoder().encodeToString(copy().doFinal(origin.getBytes(StandardCharsets.UTF_8)));
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            // a provider that keeps its keys in hardware
            return mac();
        }
    }

    private Mac mac() {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(key.getAlgorithm() + " is missing from this JVM", e);
        }
    }
}
