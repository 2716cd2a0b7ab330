package net.aurpay.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.aurpay.webhook.OrderEvent;

/** Remembers what observers saw, and makes an observer fail if a reference begins with its name. */
@ApplicationScoped
public class EventLog {
    record Entry(String observer, String event, OrderEvent order) {}

    private final List<Entry> entries = new CopyOnWriteArrayList<>();

    public void add(String observer, OrderEvent event) {
        entries.add(new Entry(observer, event.getClass().getSimpleName(), event));
        if (event.reference().startsWith("fail-" + observer)) {
            throw new IllegalStateException("the " + observer + " observer fails as the test demands");
        }
    }

    List<Entry> entries() {
        return List.copyOf(entries);
    }
}
