package net.aurpay.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** System properties that were set, until they are closed. */
public final class SystemProperties implements AutoCloseable {
    private final Map<String, @Nullable String> before = new HashMap<>();

    private SystemProperties() {}

    static SystemProperties set(Map<String, String> values) {
        SystemProperties set = new SystemProperties();
        values.forEach((key, value) -> set.before.put(key, System.setProperty(key, value)));
        return set;
    }

    /** Restores the values from before. */
    @Override
    public void close() {
        before.forEach((key, value) -> {
            if (value == null) {
                System.clearProperty(key);
            } else {
                System.setProperty(key, value);
            }
        });
    }
}
