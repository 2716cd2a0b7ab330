package net.aurpay.it.app;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.ObservesAsync;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import net.aurpay.client.Order;
import net.aurpay.webhook.CallbackRejected;

/**
 * Observes rejected authentic callbacks, synchronously and asynchronously, and fails for some of them: the response
 * must not depend on it.
 */
@ApplicationScoped
public class RejectionLog {
    private record Seen(String way, CallbackRejected event, int transaction) {
        String line() {
            return way + event.reason() + " " + event.kind() + " " + event.date() + " "
                    + event.unverifiedOrder().map(Order::orderId).orElse("none")
                    + (transaction == Status.STATUS_NO_TRANSACTION ? "" : " in a transaction");
        }
    }

    @Inject
    UserTransaction transaction;

    private final List<Seen> seen = new CopyOnWriteArrayList<>();

    public void rejected(@Observes CallbackRejected event) throws SystemException {
        seen.add(new Seen("", event, transaction.getStatus()));
        if (event.reference().equals("DATE_STALE")) {
            throw new IllegalStateException("the observer of rejections fails as the test demands");
        }
    }

    public void rejectedAsync(@ObservesAsync CallbackRejected event) throws SystemException {
        seen.add(new Seen("async ", event, transaction.getStatus()));
        if (event.reference().equals("DATE_AHEAD")) {
            throw new IllegalStateException("the asynchronous observer of rejections fails as the test demands");
        }
    }

    List<String> reasons(String reference) {
        return seen.stream()
                .filter(each -> each.event().reference().equals(reference))
                .map(Seen::line)
                .toList();
    }
}
