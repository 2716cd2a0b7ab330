package net.aurpay.webhook.cashier;

import java.util.List;
import java.util.Optional;
import net.aurpay.client.shared.Seal;

/**
 * Signs the content of a link, and recognises what it has signed. Thread-safe.
 *
 * <p>The keys are derived from the callback secrets, so that a signature of a link is never one of a callback, and the other
 * way round.
 */
public final class LinkSeal {
    private static final String PURPOSE = "net.aurpay.webhook.cashier: links, version 1";

    private final Seal seal;

    /**
     * Derives the keys.
     *
     * @param account empty for the unnamed account; a link of another account is not valid, even if both have the same secret
     * @param secrets the first signs, and links that are signed with any of them are valid, as callbacks are
     *     during a rotation
     */
    public LinkSeal(String account, List<String> secrets) {
        seal = new Seal(account.isEmpty() ? PURPOSE : PURPOSE + ", account " + account, secrets);
    }

    /** Whether there is no secret, so that no link is valid. */
    public boolean isEmpty() {
        return seal.isEmpty();
    }

    /** Returns the content with its signature, in characters that no URL encodes. */
    String seal(byte[] content) {
        return seal.seal(content);
    }

    /** Returns the content; empty if it was changed or is not ours. */
    Optional<byte[]> open(String sealed) {
        return seal.open(sealed);
    }

    @Override
    public String toString() {
        return "Link" + seal;
    }
}
