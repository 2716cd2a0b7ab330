package net.aurpay.it.guided;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.it.guide.OpenPayments;

/** Keeps order ids by reference, and the state of each, in memory. */
@ApplicationScoped
public class OpenList implements OpenPayments {
    private final Map<String, String> open = new ConcurrentHashMap<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();

    void add(String reference, String orderId) {
        open.put(reference, orderId);
    }

    String state(String reference) {
        return states.getOrDefault(reference, "open");
    }

    @Override
    public Map<String, String> createdBefore(Instant time) {
        return Map.copyOf(open);
    }

    @Override
    public void paid(String reference) {
        settle(reference, "paid");
    }

    @Override
    public void expired(String reference) {
        settle(reference, "expired");
    }

    private void settle(String reference, String state) {
        if (open.remove(reference) != null) {
            states.put(reference, state);
        }
    }
}
