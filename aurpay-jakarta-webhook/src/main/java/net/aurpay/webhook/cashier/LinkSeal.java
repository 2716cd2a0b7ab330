package net.aurpay.webhook.cashier;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.shared.KeyedMac;

/**
 * Signs the content of a link by HMAC-SHA256, and recognises what it has signed. Thread-safe.
 *
 * <p>The keys are derived from the callback secrets, so that a signature of a link is never one of a callback, and the other
 * way round.
 */
public final class LinkSeal {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "net.aurpay.webhook.cashier: links, version 1";

    private final List<KeyedMac> keys;

    /**
     * Derives the keys.
     *
     * @param account empty for the unnamed account; a link of another account is not valid, even if both have the same secret
     * @param secrets the first signs, and links that are signed with any of them are valid, as callbacks are
     *     during a rotation
     */
    public LinkSeal(String account, List<String> secrets) {
        String purpose = account.isEmpty() ? PURPOSE : PURPOSE + ", account " + account;
        keys = secrets.stream().map(secret -> derived(secret, purpose)).toList();
    }

    /** Whether there is no secret, so that no link is valid. */
    public boolean isEmpty() {
        return keys.isEmpty();
    }

    private static KeyedMac derived(String secret, String purpose) {
        byte[] key = new KeyedMac(ALGORITHM, secret).of(purpose.getBytes(StandardCharsets.US_ASCII));
        return new KeyedMac(ALGORITHM, HexFormat.of().formatHex(key));
    }

    /** Returns the content with its signature, in characters that no URL encodes. */
    String seal(byte[] content) {
        String text = Base64.getUrlEncoder().withoutPadding().encodeToString(content);
        return text + "." + signature(keys.get(0), text);
    }

    /**
     * Returns the content; empty if it was changed or is not ours. The text is signed and not the bytes, and the signature is
     * compared as text, because Base64 has several spellings of the same bytes.
     */
    Optional<byte[]> open(String sealed) {
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
        return "LinkSeal[" + keys.size() + " hidden]";
    }
}
