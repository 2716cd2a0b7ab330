package net.aurpay.webhook.mutation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The text that a signature covers. Unlike {@code SignedCallback}, it accepts text that is not a URL.
 *
 * @param urlSuffix the part of the URL after its base
 */
public record Origin(String date, String base, String urlSuffix) {
    /** Signs with the JDK's MAC; returns Base64. */
    String sign(String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            byte[] origin = (date + " | " + base + urlSuffix).getBytes(StandardCharsets.UTF_8);
            return Base64.getEncoder().encodeToString(mac.doFinal(origin));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
