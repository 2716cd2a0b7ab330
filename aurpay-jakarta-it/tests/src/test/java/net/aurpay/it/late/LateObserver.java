package net.aurpay.it.late;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import net.aurpay.webhook.OrderSucceeded;

/** Observes before completion: its exceptions would not roll the transaction back. */
@ApplicationScoped
public class LateObserver {
    public void paid(@Observes(during = TransactionPhase.BEFORE_COMPLETION) OrderSucceeded event) {
        throw new IllegalStateException("too late for " + event.reference());
    }
}
