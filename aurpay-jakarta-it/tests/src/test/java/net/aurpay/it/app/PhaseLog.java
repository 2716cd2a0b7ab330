package net.aurpay.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.aurpay.webhook.OrderEvent;

/** Observes the end of a transaction. A bean of its own: the other observers are called within the transaction. */
@ApplicationScoped
public class PhaseLog {
    private final List<String> seen = new CopyOnWriteArrayList<>();

    public void committed(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderEvent event) {
        seen.add(event.reference() + " after success");
    }

    public void failed(@Observes(during = TransactionPhase.AFTER_FAILURE) OrderEvent event) {
        seen.add(event.reference() + " after failure");
    }

    public void committedAsync(@ObservesAsync OrderEvent event) {
        seen.add(event.reference() + " asynchronously");
    }

    List<String> seen() {
        return seen;
    }
}
