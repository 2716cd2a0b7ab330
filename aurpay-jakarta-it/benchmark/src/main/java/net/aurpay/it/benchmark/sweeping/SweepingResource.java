package net.aurpay.it.benchmark.sweeping;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.util.StringJoiner;
import net.aurpay.client.PaymentRequest;
import net.aurpay.it.benchmark.clock.Clocked;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.Payments;
import net.aurpay.webhook.SweepReport;

/** Opens payments and sweeps them. */
@ApplicationScoped
@Path("/")
public class SweepingResource {
    private static final PaymentRequest REQUEST =
            PaymentRequest.of("TRX", "USDT-TRC20", new BigDecimal("18.00"), "USD");

    @Inject
    Payments payments;

    /** Returns one line per payment: its order id. */
    @GET
    @Path("open")
    public String open(@QueryParam("count") int count) {
        StringJoiner orders = new StringJoiner("\n");
        for (int i = 0; i < count; i++) {
            orders.add(String.valueOf(payments.open("swept-" + i, REQUEST).orderId()));
        }
        return orders.toString();
    }

    /** Returns what {@link Clocked#cost} measured, and how many payments were looked up and how many were paid. */
    @GET
    @Path("sweep")
    public String sweep(@QueryParam("count") int count) {
        SweepReport[] report = new SweepReport[1];
        String cost = Clocked.cost(() -> report[0] = payments.sweep(count));
        return cost + " " + report[0].looks() + " " + report[0].paid();
    }

    void paid(@Observes OrderSucceeded event) {
        // does nothing: the shop's own work must not be measured
    }
}
