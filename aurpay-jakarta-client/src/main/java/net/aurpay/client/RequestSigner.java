package net.aurpay.client;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests with one merchant's secret key. Pure, immutable. */
final class RequestSigner {
    /** To the millisecond even when it is 0, as the official script writes it. */
    private static final DateTimeFormatter DATE =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private final Algorithm algorithm;
    private final SecretKeySpec key;
    private final SigningRules rules;

    RequestSigner(Algorithm algorithm, String secretKey, SigningRules rules) {
        this.algorithm = algorithm;
        this.key = new SecretKeySpec(secretKey.getBytes(StandardCharsets.UTF_8), algorithm.jcaName());
        this.rules = rules;
    }

    static String date(Instant now) {
        return DATE.format(now);
    }

    /** @param body exactly the bytes that are sent; empty for none */
    SignatureOrigin origin(String date, String method, String target, byte[] body) {
        return new SignatureOrigin(algorithm, date, method, target, bodyMd5(method, body));
    }

    /** The {@code Signature} header. */
    String sign(SignatureOrigin origin) {
        try {
            Mac mac = Mac.getInstance(algorithm.jcaName());
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(origin.text().getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(algorithm.jcaName() + " is missing from this Java run-time", e);
        }
    }

    private String bodyMd5(String method, byte[] body) {
        if (method.equals("GET") || (body.length == 0 && rules.omitEmptyBody())) {
            return "";
        }
        try {
            HexFormat hex = rules.upperCaseMd5() ? HexFormat.of().withUpperCase() : HexFormat.of();
            return hex.formatHex(MessageDigest.getInstance("MD5").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("MD5 is missing from this Java run-time", e);
        }
    }
}
