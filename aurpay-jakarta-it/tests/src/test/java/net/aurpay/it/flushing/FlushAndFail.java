package net.aurpay.it.flushing;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.webhook.OrderSucceeded;

/**
 * Writes the rows of the earlier observers to the database. If a reference begins with {@code fail-once}, its first
 * event then fails, but only if the transaction sees the row.
 */
@ApplicationScoped
public class FlushAndFail {
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    @PersistenceContext(unitName = "shop")
    EntityManager entities;

    public void flush(@Observes @Priority(2000) OrderSucceeded event) {
        entities.flush();
        if (event.reference().startsWith("fail-once") && failed.add(event.reference()) && rows(event) == 1) {
            throw new IllegalStateException("fails after the flush, as the test demands");
        }
    }

    private long rows(OrderSucceeded event) {
        return entities.createQuery("select count(o) from PaidOrder o where o.reference = :reference", Long.class)
                .setParameter("reference", event.reference())
                .getSingleResult();
    }
}
