package net.aurpay.client.health;

import org.jspecify.annotations.Nullable;

/** How far this machine's clock is from the API's. Thread-safe. {@link HealthExtension} makes it a bean. */
public class ClockSkew {
    private volatile @Nullable Long millisAhead;

    /** @param millis how far this machine is ahead */
    void note(long millis) {
        millisAhead = millis;
    }

    /** Null if no response has told yet. */
    @Nullable
    Long millisAhead() {
        return millisAhead;
    }
}
