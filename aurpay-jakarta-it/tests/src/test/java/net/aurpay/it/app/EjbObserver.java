package net.aurpay.it.app;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;

/** A stateless session bean that observes both events. */
@Stateless
public class EjbObserver {
    @Inject
    EventLog log;

    public void paid(@Observes OrderSucceeded event) {
        log.add("ejb", event);
    }

    public void timedOut(@Observes OrderTimedOut event) {
        log.add("ejb", event);
    }
}
