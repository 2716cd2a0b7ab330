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
    private static final byte[] PURPOSE =
            "net.aurpay.webhook.cashier: links, version 1".getBytes(StandardCharsets.US_ASCII);

    private final List<KeyedMac> keys;

    /**
     * Derives the keys.
     *
     * @param secrets at least one; the first signs, and links that are signed with any of them are valid, as callbacks are
     *     during a rotation
     */
    public LinkSeal(List<String> secrets) {
        keys = secrets.stream().map(LinkSeal::derived).toList();
    }

    private static KeyedMac derived(String secret) {
        byte[] key = new KeyedMac(ALGORITHM, secret).of(PURPOSE);
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
