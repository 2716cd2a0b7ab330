package net.aurpay.it.table;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;

/**
 * The last of the observers. If a reference begins with {@code hold}, its first event is held until a test releases it;
 * with {@code hold-fail}, the observer then fails; with {@code fail-last}, it fails at once.
 */
@ApplicationScoped
public class Stage {
    private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

    public void enter(@Observes @Priority(4000) OrderEvent event) throws InterruptedException {
        hold(event.reference());
    }

    public void enter(@Observes CallbackRejected event) throws InterruptedException {
        hold(event.reference());
    }

    private void hold(String reference) throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        if (reference.startsWith("hold") && held.putIfAbsent(reference, gate) == null) {
            if (!gate.await(60, TimeUnit.SECONDS)) {
                throw new IllegalStateException("no test has released it");
            }
            if (reference.startsWith("hold-fail")) {
                throw new IllegalStateException("fails after it was held, as the test demands");
            }
        }
        if (reference.startsWith("fail-last")) {
            throw new IllegalStateException("fails as the test demands");
        }
    }

    boolean isHeld(String reference) {
        return held.containsKey(reference);
    }

    void letGo(String reference) {
        CountDownLatch gate = held.get(reference);
        if (gate != null) {
            gate.countDown();
        }
    }
}
