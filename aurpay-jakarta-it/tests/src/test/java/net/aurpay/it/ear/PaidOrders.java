package net.aurpay.it.ear;

import jakarta.ejb.Singleton;
import jakarta.enterprise.event.Observes;
import java.util.ArrayList;
import java.util.List;
import net.aurpay.webhook.OrderSucceeded;

/** Observes paid orders in the EJB module. */
@Singleton
public class PaidOrders {
    private final List<String> references = new ArrayList<>();

    public void paid(@Observes OrderSucceeded event) {
        references.add(event.reference());
    }

    public List<String> references() {
        return List.copyOf(references);
    }
}
