package net.aurpay.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.OrderTimedOut;

/** A CDI bean that observes both events. */
@ApplicationScoped
public class CdiObserver {
    @Inject
    EventLog log;

    public void paid(@Observes OrderSucceeded event) {
        log.add("cdi", event);
    }

    public void timedOut(@Observes OrderTimedOut event) {
        log.add("cdi", event);
    }
}
