package net.aurpay.webhook.verification;

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
public final class CallbackMac {
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] NOTHING = {};

    private final SecretKeySpec key;
    private final Mac keyed;

    public CallbackMac(String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
        keyed = mac();
        // the key is hashed with the first update, even of nothing: here once, and not in every clone
        keyed.update(NOTHING);
    }

    /** The Base64 text, in the one spelling that an encoder gives it. */
    byte[] sign(byte[] origin) {
        return Base64.getEncoder().encode(copy().doFinal(origin));
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
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JVM has " + ALGORITHM, e);
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
