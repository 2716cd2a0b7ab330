package net.aurpay.it.table;

import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Collectors;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.Payments;
import net.aurpay.webhook.Settlement;
import org.jspecify.annotations.Nullable;

/**
 * Opens payments ({@code POST open/A1}, {@code POST open/A1/url}), sweeps ({@code POST open/sweep?atMost=100}), and
 * settles an order ({@code POST open/settle/2024…} with the URL of its success in the body), refunds, audits and adopts.
 */
@Path("open")
public class OpenPaymentResource {
    private static final BigDecimal PRICE = new BigDecimal("18.00");

    @Inject
    Payments payments;

    @Inject
    Settlement settlement;

    @Inject
    TransactionalCaller transactional;

    @POST
    @Path("{reference}")
    public @Nullable String open(@PathParam("reference") String reference) {
        return payments.open(reference, PaymentRequest.of("TRX", "USDT-TRC20", PRICE, "USD"))
                .orderId();
    }

    /** The body is the price. */
    @POST
    @Path("{reference}/url")
    public String openUrl(@PathParam("reference") String reference, String price) {
        return String.valueOf(payments.open(reference, PaymentUrlRequest.of(new BigDecimal(price), "USD"))
                .payUrl());
    }

    /** Opens a payment inside a transaction, and returns what was thrown. */
    @POST
    @Path("{reference}/in-transaction")
    public String openInTransaction(@PathParam("reference") String reference) {
        try {
            transactional.run(() -> open(reference));
            return "opened";
        } catch (RuntimeException e) {
            return e.toString();
        }
    }

    @POST
    @Path("sweep")
    public String sweep(@QueryParam("atMost") @DefaultValue("1000") int atMost) {
        return payments.sweep(atMost).toString();
    }

    @POST
    @Path("settle/{order}")
    public String settle(@PathParam("order") String orderId, String succeeded) {
        return settlement.settle(callbacks(succeeded), orderId).toString();
    }

    @POST
    @Path("refund/{order}")
    public String refund(@PathParam("order") String orderId) {
        try {
            return "refunded " + payments.refund(orderId).refunded();
        } catch (IllegalStateException | AurpayException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** Audits the last hour; returns how many orders are unexplained, and each with its candidates' payment ids. */
    @POST
    @Path("audit")
    public String audit() {
        Instant now = Instant.now();
        AuditReport report = payments.audit(now.minus(Duration.ofHours(1)), now.plus(Duration.ofMinutes(1)));
        return report.unexplained().stream()
                .map(each -> each.order().orderId() + " "
                        + each.candidates().stream()
                                .map(candidate -> candidate.reference() + "=" + candidate.paymentId())
                                .sorted()
                                .collect(Collectors.joining(",")))
                .collect(Collectors.joining("\n"));
    }

    @POST
    @Path("adopt/{order}/{payment}")
    public String adopt(@PathParam("order") String orderId, @PathParam("payment") String paymentId) {
        return payments.adopt(orderId, paymentId).toString();
    }

    /** Returns both callbacks of a payment, from the URL of its success. */
    public static Callbacks callbacks(String succeeded) {
        return new Callbacks(URI.create(succeeded), URI.create(succeeded.replace("/succeeded?", "/timed-out?")), false);
    }
}
