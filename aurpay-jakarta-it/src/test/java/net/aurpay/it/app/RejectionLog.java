package net.aurpay.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.aurpay.webhook.CallbackRejected;

/** Observes what was authentic and refused, and fails for one of them: no sender may notice. */
@ApplicationScoped
public class RejectionLog {
    private final List<CallbackRejected> seen = new CopyOnWriteArrayList<>();

    public void rejected(@Observes CallbackRejected event) {
        seen.add(event);
        if (event.reference().equals("DATE_STALE")) {
            throw new IllegalStateException("the observer of rejections was told to fail");
        }
    }

    List<String> reasons(String reference) {
        return seen.stream()
                .filter(event -> event.reference().equals(reference))
                .map(event -> event.reason() + " " + event.kind())
                .toList();
    }
}
