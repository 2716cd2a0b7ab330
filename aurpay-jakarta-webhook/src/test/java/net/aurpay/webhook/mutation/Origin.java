package net.aurpay.webhook.mutation;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a signature was made of; unlike {@code SignedCallback}, it takes text that is no URL.
 *
 * @param urlSuffix what follows the base of the URL
 */
public record Origin(String date, String base, String urlSuffix) {
    /** The JDK's own MAC, in Base64. */
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
