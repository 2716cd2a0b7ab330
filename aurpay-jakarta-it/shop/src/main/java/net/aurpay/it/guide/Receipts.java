package net.aurpay.it.guide;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import net.aurpay.webhook.OrderSucceeded;

/** Sends mail after the commit, and only if the commit succeeded, because mail cannot be rolled back. */
@ApplicationScoped
public class Receipts {
    @Inject
    Mailer mailer;

    public void thank(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderSucceeded event) {
        mailer.send("Thank you for " + event.reference());
    }
}
