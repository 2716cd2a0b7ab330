package net.aurpay.client.shared;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Computes message authentication codes with one secret key. Thread-safe: the keyed {@link Mac} is only ever cloned,
 * which is cheaper than keying a new one each time and needs neither a lock nor a pool.
 */
public final class KeyedMac {
    private final SecretKeySpec key;
    private final Mac keyed;

    /**
     * @param algorithm as {@link Mac#getInstance(String)} takes it
     * @param secret not empty
     */
    public KeyedMac(String algorithm, String secret) {
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), algorithm);
        keyed = newMac();
        // The first update hashes the key, even an update with nothing: so it is hashed once, and not in every clone.
        keyed.update(new byte[0]);
    }

    /** The code of these bytes. */
    public byte[] of(byte[] message) {
        return copy().doFinal(message);
    }

    private Mac copy() {
        try {
            return (Mac) keyed.clone();
        } catch (CloneNotSupportedException e) {
            // Providers that keep their keys in hardware cannot clone.
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
