package net.aurpay.webhook.verification;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Several values of one secret, during rotation; any of them is right, and none is ever shown. */
public final class SecretValues {
    private final List<byte[]> values;

    public SecretValues(List<String> values) {
        this.values = values.stream()
                .map(value -> value.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    /** In a time that depends on the candidate alone: neither on where it differs, nor on which value it is. */
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
