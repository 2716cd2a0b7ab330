package net.aurpay.webhook.verification;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import net.aurpay.client.shared.KeyedMac;

/**
 * Signs as Aurpay signs a callback: {@code base64(HMAC-SHA256("{Date} | {callback_url}", callback secret))}. Thread-safe.
 */
final class CallbackMac {
    private final KeyedMac mac;

    CallbackMac(String secret) {
        mac = new KeyedMac("HmacSHA256", secret);
    }

    /** Returns the signature as Base64 text, in the one spelling that an encoder produces. */
    byte[] sign(byte[] origin) {
        return Base64.getEncoder().encode(mac.of(origin));
    }

    static byte[] origin(String date, String url) {
        return (date + " | " + url).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "CallbackMac[hidden]";
    }
}
