package net.aurpay.client.http;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;

/**
 * Computes HMAC as RFC 2104 describes it, and MD5. It serves texts that contain the current date, for which no
 * vector can exist.
 */
final class Reference {
    private static final int BLOCK_OF_SHA256 = 64;
    private static final int BLOCK_OF_SHA3_256 = 136;

    private Reference() {}

    static String hmac(String algorithm, String secret, String text) {
        boolean sha3 = algorithm.equals("HMAC-SHA3_256");
        String hash = sha3 ? "SHA3-256" : "SHA-256";
        byte[] key = Arrays.copyOf(bytes(secret), sha3 ? BLOCK_OF_SHA3_256 : BLOCK_OF_SHA256);
        byte[] inner = digest(hash, xor(key, 0x36), bytes(text));
        return Base64.getEncoder().encodeToString(digest(hash, xor(key, 0x5c), inner));
    }

    static String md5(byte[] body) {
        StringBuilder hex = new StringBuilder();
        for (byte octet : digest("MD5", body, new byte[0])) {
            hex.append(String.format("%02x", octet));
        }
        return hex.toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] xor(byte[] key, int pad) {
        byte[] padded = key.clone();
        for (int i = 0; i < padded.length; i++) {
            padded[i] ^= (byte) pad;
        }
        return padded;
    }

    private static byte[] digest(String hash, byte[] first, byte[] second) {
        try {
            MessageDigest digest = MessageDigest.getInstance(hash);
            digest.update(first);
            return digest.digest(second);
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }
}
