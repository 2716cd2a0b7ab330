package net.aurpay.webhook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as Aurpay signs a callback: {@code base64(HMAC-SHA256("{Date} | {callback_url}", callback secret))}.
 *
 * <p>Thread-safe: the keyed {@link Mac} is only ever cloned, which is cheaper than keying one for each callback and
 * needs neither lock nor pool.
 */
final class CallbackMac {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac keyed;

    CallbackMac(String secret) {
        try {
            keyed = Mac.getInstance(ALGORITHM);
            keyed.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
        }
    }

    /** The Base64 text, in the one spelling that an encoder gives it. */
    byte[] sign(byte[] origin) {
        return Base64.getEncoder().encode(copy().doFinal(origin));
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("the JVM's " + ALGORITHM + " cannot be cloned", e);
        }
    }

    static byte[] origin(String date, String url) {
        return (date + " | " + url).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "CallbackMac[hidden]";
    }
}
