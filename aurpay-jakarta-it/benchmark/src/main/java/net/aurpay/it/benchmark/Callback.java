package net.aurpay.it.benchmark;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One callback and its secret; all contenders verify the same one. */
record Callback(String date) {
    static final String BASE = "https://shop.example.com/shop/aurpay/callbacks";
    static final String REST = "/succeeded?reference=4711&payment=0123456789abcdef0123456789abcdef";
    static final String URL = BASE + REST;
    static final String TOKEN = "EEB0C8EEB1B6C7D9";
    static final String SECRET = "UCCo8GCRk6hQ2GEdgW0BhLWmIYP1VkNX";

    /** Returns a callback dated now, to the millisecond as in Aurpay's script. */
    static Callback now() {
        return new Callback(
                Instant.now().truncatedTo(ChronoUnit.SECONDS).plusMillis(123).toString());
    }

    String text() {
        return date + " | " + URL;
    }

    static Mac mac() {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(mac().doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }

    static String hex(String text) {
        return HexFormat.of().formatHex(mac().doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
