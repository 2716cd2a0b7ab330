package net.aurpay.client.shared;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Signs content by HMAC-SHA256, and recognises what it has signed. Thread-safe.
 *
 * <p>The keys are derived from secrets for one purpose, so that what is signed for one purpose is not valid for any other.
 */
public final class Seal {
    private static final String ALGORITHM = "HmacSHA256";

    private final List<KeyedMac> keys;

    /**
     * Derives the keys.
     *
     * @param purpose ASCII; different for everything that is signed
     * @param secrets the first signs, and content that is signed with any of them is valid
     */
    public Seal(String purpose, List<String> secrets) {
        keys = secrets.stream().map(secret -> derived(secret, purpose)).toList();
    }

    /** Whether there is no secret, so that nothing is valid. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    private static KeyedMac derived(String secret, String purpose) {
        byte[] key = new KeyedMac(ALGORITHM, secret).of(purpose.getBytes(StandardCharsets.US_ASCII));
        return new KeyedMac(ALGORITHM, HexFormat.of().formatHex(key));
    }

    /** Returns the content with its signature, in characters that no URL encodes. */
    public String seal(byte[] content) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return text + "." + signature(keys.get(0), text);
    }

    /**
     * Returns the content; empty if it was changed or is not ours. The text is signed and not the bytes, and the signature is
     * compared as text, because Base64 has several spellings of the same bytes.
     */
    public Optional<byte[]> open(String sealed) {
        int dot = sealed.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        String text = sealed.substring(0, dot);
        byte[] signature = sealed.substring(dot + 1).getBytes(StandardCharsets.UTF_8);
        boolean valid = false;
        for (KeyedMac key : keys) {
            valid |= MessageDigest.isEqual(signature, signature(key, text).getBytes(StandardCharsets.UTF_8));
        }
        return valid ? Optional.of(Base64.getUrlDecoder().decode(text)) : Optional.empty();
    }

    private static String signature(KeyedMac key, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.of(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return "Seal[" + keys.size() + " hidden]";
    }
}
