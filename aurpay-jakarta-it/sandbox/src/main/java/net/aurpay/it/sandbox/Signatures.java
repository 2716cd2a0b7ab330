package net.aurpay.it.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Computes the API's signatures. */
final class Signatures {
    private Signatures() {}

    /**
     * Signs a text.
     *
     * @throws IllegalArgumentException if the API does not know the algorithm
     */
    static String hmac(String algorithm, String secret, String origin) {
        String name =
                switch (algorithm) {
                    case "HMAC-SHA256" -> "HmacSHA256";
                    case "HMAC-SHA3_256" -> "HmacSHA3-256";
                    default -> throw new IllegalArgumentException("unknown algorithm <" + algorithm + ">");
                };
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
            return Base64.getEncoder().encodeToString(mac.doFinal(origin.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String md5(byte[] body, boolean upperCase) {
        try {
            String hex =
                    HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(body));
            return upperCase ? hex.toUpperCase(Locale.ROOT) : hex;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }
}
