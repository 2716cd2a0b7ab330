package net.aurpay.webhook.endpoint;

import jakarta.json.JsonReaderFactory;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Order;

/**
 * Reads the bodies of authentic callbacks that are rejected, for anyone who looks for the payment. Anyone who has
 * captured such a callback can send it again, with a body of one byte a second. Therefore only one body of each URL is
 * read at a time, only a few at a time altogether, and each for a short time only. Thread-safe.
 */
final class RejectedBodies {
    /** How many threads may wait for such bodies at a time. */
    static final int MAX_AT_A_TIME = 4;

    static final Duration PATIENCE = Duration.ofSeconds(10);

    private final int maxBodySize;
    private final JsonReaderFactory json;
    private final InstantSource clock;
    private final Set<String> urls = new HashSet<>();

    RejectedBodies(int maxBodySize, JsonReaderFactory json, InstantSource clock) {
        this.maxBodySize = maxBodySize;
        this.json = json;
        this.clock = clock;
    }

    /** Returns the order; empty if the body is not a valid order or is not read. */
    Optional<Order> order(Delivery delivery, String url) {
        if (delivery.body().isEmpty() || !begin(url)) {
            return Optional.empty();
        }
        try {
            TimedStream stream = new TimedStream(delivery.body().get(), clock, PATIENCE);
            return CallbackBody.read(stream, maxBodySize, json).order();
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        } finally {
            end(url);
        }
    }

    private synchronized boolean begin(String url) {
        return urls.size() < MAX_AT_A_TIME && urls.add(url);
    }

    private synchronized void end(String url) {
        urls.remove(url);
    }
}
