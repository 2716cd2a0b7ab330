package net.aurpay.client.health;

import org.jspecify.annotations.Nullable;

/**
 * Remembers how far this machine's clock is from the API's clock. Thread-safe. {@link HealthExtension} makes a bean of
 * this class.
 */
public class ClockSkew {
    private volatile @Nullable Long millisAhead;

    /** @param millis how far this machine's clock is ahead, in milliseconds */
    void note(long millis) {
        millisAhead = millis;
    }

    /** How far this machine's clock is ahead, in milliseconds; null if there has been no response yet. */
    @Nullable
    Long millisAhead() {
        return millisAhead;
    }
}
