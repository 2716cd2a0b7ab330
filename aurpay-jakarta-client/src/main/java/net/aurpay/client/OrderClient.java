package net.aurpay.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Creates orders and the pages on which they are paid, looks up orders and transactions, and refunds orders.
 * Thread-safe.
 *
 * <p>Calls that read are retried while Aurpay is unavailable; calls that write are sent once. Every failure is an
 * {@link AurpayException}.
 *
 * @see <a href="https://dashboard.aurpay.net">Collection "Aurpay API", folder Order</a>
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@ApplicationScoped
@AurpayApi
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public interface OrderClient {
    /** The currencies that orders can be priced in. */
    @GET
    @Path("/order/pay/real-currency")
    List<FiatCurrency> fiatCurrencies();

    /** The currencies that orders can be paid in. */
    @GET
    @Path("/order/pay/crypto-currency")
    List<CryptoCurrency> cryptoCurrencies();

    /**
     * Creates a page on which the customer chooses a cryptocurrency and pays. There is no order id yet.
     *
     * @throws AurpayException if the call fails; check {@link AurpayException#outcomeUnknown()} before you call again
     */
    @POST
    @Path("/order/pay-url")
    @Consumes(MediaType.APPLICATION_JSON)
    PaymentUrl createPaymentUrl(PaymentUrlRequest request);

    /**
     * Creates an order in one cryptocurrency, with the address and the amount to pay.
     *
     * @throws AurpayException if the call fails; check {@link AurpayException#outcomeUnknown()} before you call again
     */
    @POST
    @Path("/order/pay-info")
    @Consumes(MediaType.APPLICATION_JSON)
    Payment createPayment(PaymentRequest request);

    /** One page of the orders; {@link Page#stream} reads all pages. */
    @GET
    @Path("/v2/order/")
    Page<Order> orders(@BeanParam OrderQuery query);

    /**
     * Looks up one order with its transaction.
     *
     * @param orderId letters, digits, {@code -} and {@code _}; with any other character, the call fails and nothing is
     *     sent
     */
    @GET
    @Path("/v2/order/detail/{order_id}")
    Order order(@PathParam("order_id") String orderId);

    /**
     * Says what a refund of the order would give back.
     *
     * @param orderId letters, digits, {@code -} and {@code _}; with any other character, the call fails and nothing is
     *     sent
     */
    @GET
    @Path("/v2/order/refund-info/{order_id}")
    RefundInfo refundInfo(@PathParam("order_id") String orderId);

    /**
     * Refunds an order.
     *
     * @param orderId letters, digits, {@code -} and {@code _}; with any other character, the call fails and nothing is
     *     sent
     * @throws AurpayException if the call fails; check {@link AurpayException#outcomeUnknown()} before you call again
     */
    @POST
    @Path("/v2/order/refund/{order_id}")
    RefundInfo refund(@PathParam("order_id") String orderId);

    /** One page of the transactions; {@link Page#stream} reads all pages. */
    @GET
    @Path("/v2/tx")
    Page<Transaction> transactions(@BeanParam TransactionQuery query);
}
