package net.aurpay.client.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes message authentication codes with one secret key. Thread-safe: each call clones a keyed {@link Mac}. A clone
 * is cheaper than keying a new {@code Mac} each time, and needs neither a lock nor a pool.
 */
public final class KeyedMac {
    private final SecretKeySpec key;
    private final Mac keyed;

    /**
     * Keys the computation with a secret.
     *
     * @param algorithm a name that {@link Mac#getInstance(String)} accepts
     * @param secret not empty
     */
    public KeyedMac(String algorithm, String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
        keyed = newMac();
        // The first update hashes the key, even if the update is empty. Thus the key is hashed once, and not in every
        // clone.
        keyed.update(new byte[0]);
    }

    /** Computes the code of a message. */
    public byte[] of(byte[] message) {
        return copy().doFinal(message);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            // A provider that keeps its keys in hardware cannot clone a Mac.
            return newMac();
        }
    }

    private Mac newMac() {
        try {
            Mac mac = Mac.getInstance(key.getAlgorithm());
            mac.init(key);
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(key.getAlgorithm() + " is missing from this JVM", e);
        }
    }

    @Override
    public String toString() {
        return "KeyedMac[" + key.getAlgorithm() + ", key hidden]";
    }
}
