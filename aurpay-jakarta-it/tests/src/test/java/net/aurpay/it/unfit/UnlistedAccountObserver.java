package net.aurpay.it.unfit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import net.aurpay.client.AurpayAccount;
import net.aurpay.webhook.OrderSucceeded;

/** Observes the events of an account that the configuration does not list. */
@ApplicationScoped
public class UnlistedAccountObserver {
    public void paid(@Observes @AurpayAccount("norht") OrderSucceeded event) {
        throw new IllegalStateException("no such account can have an event: " + event);
    }
}
