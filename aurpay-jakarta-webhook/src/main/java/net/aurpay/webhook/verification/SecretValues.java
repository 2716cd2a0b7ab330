package net.aurpay.webhook.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/**
 * The valid values of one secret, of which there are several during a rotation. Any of them is accepted, and none is
 * ever shown.
 */
final class SecretValues {
    private final List<byte[]> values;

    SecretValues(List<String> values) {
        this.values = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /**
     * Returns whether one of the values equals the candidate. The time depends only on the candidate, neither on the
     * position of a difference nor on which value matches.
     */
    boolean contains(byte[] candidate) {
        boolean found = false;
        for (byte[] value : values) {
            found |= MessageDigest.isEqual(candidate, value);
        }
        return found;
    }

    @Override
    public String toString() {
        return values.size() + " hidden";
    }
}
