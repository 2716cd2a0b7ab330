package net.aurpay.it.named;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.aurpay.client.AurpayAccount;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;

/** Records the events of all accounts, and those of one account. */
@ApplicationScoped
public class AccountObserver {
    record Entry(String observer, OrderEvent event) {
        @Override
        public String toString() {
            return observer + ": " + event.getClass().getSimpleName() + " of "
                    + event.account().orElse("the unnamed account");
        }
    }

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    public void ofAll(@Observes OrderEvent event) {
        entries.add(new Entry("all", event));
    }

    public void ofNorth(@Observes @AurpayAccount("north") OrderSucceeded event) {
        entries.add(new Entry("north", event));
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
