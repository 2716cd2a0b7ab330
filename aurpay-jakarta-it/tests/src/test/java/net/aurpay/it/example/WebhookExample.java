package net.aurpay.it.example;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;

/** The example in the Javadoc of {@code net.aurpay.webhook}. */
abstract class WebhookExample {
    void paid(@Observes OrderSucceeded event) {
        // in the transaction: throw if the reference is unknown or anything fails, and Aurpay calls again
        ship(event.reference());
    }

    void expired(@Observes OrderTimedOut event) {
        // check that the purchase is not paid: a reference may have two payments, and one may have been paid
        release(event.reference());
    }

    void thank(@Observes(during = TransactionPhase.AFTER_SUCCESS) OrderSucceeded event) {
        // after the commit, at most once: good for mail
        mail(event.reference());
    }

    abstract void ship(String reference);

    abstract void release(String reference);

    abstract void mail(String reference);
}
