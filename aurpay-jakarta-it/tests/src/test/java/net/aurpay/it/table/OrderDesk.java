package net.aurpay.it.table;

import jakarta.annotation.Priority;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import net.aurpay.webhook.OrderEvent;

/** Stores the orders, too, as an EJB. */
@Stateless
public class OrderDesk {
    @Inject
    DataSource database;

    public void note(@Observes @Priority(1000) OrderEvent event) {
        new OrderRow("ejb", event).insert(database);
    }
}
