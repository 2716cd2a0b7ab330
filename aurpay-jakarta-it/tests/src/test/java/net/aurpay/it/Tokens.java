package net.aurpay.it;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;

/** Signs JSON web tokens, as the identity provider of an application's users. */
record Tokens(KeyPair keys) {
    static Tokens create() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return new Tokens(generator.generateKeyPair());
    }

    /** Returns the public key. */
    String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(keys.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** Returns a token of a member of staff that is valid for a minute. */
    String token() throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String text = encode("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "."
                + encode("{\"iss\":\"https://login.example.com\",\"sub\":\"ann\",\"upn\":\"ann\",\"jti\":\"1\","
                        + "\"groups\":[\"staff\"],\"iat\":" + now + ",\"exp\":" + (now + 60) + "}");
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(text.getBytes(StandardCharsets.US_ASCII));
        return text + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature.sign());
    }

    private static String encode(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
