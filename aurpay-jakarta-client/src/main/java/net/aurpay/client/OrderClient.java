package net.aurpay.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import net.aurpay.client.shared.QueryHeader;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Orders: have them paid, look them up, refund them. Thread-safe.
 *
 * <p>Calls that read are tried again while Aurpay is unavailable; calls that write are sent once.
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
     * Creates a page on which the customer chooses a crypto currency and pays. There is no order id yet.
     *
     * @throws AurpayException if Aurpay refuses; ask {@link AurpayException#outcomeUnknown()} before calling again
     */
    @POST
    @Path("/order/pay-url")
    @Consumes(MediaType.APPLICATION_JSON)
    PaymentUrl createPaymentUrl(PaymentUrlRequest request);

    /**
     * Creates an order in one crypto currency, with the address and the amount to pay.
     *
     * @throws AurpayException if Aurpay refuses; ask {@link AurpayException#outcomeUnknown()} before calling again
     */
    @POST
    @Path("/order/pay-info")
    @Consumes(MediaType.APPLICATION_JSON)
    Payment createPayment(PaymentRequest request);

    /** One page of the orders; {@link Page#stream} reads them all. */
    @GET
    @Path("/v2/order/")
    Page<Order> orders(@HeaderParam(QueryHeader.NAME) OrderQuery query);

    /**
     * One order with its transaction.
     *
     * @param orderId letters, digits, {@code -} and {@code _}; anything else is refused before it is sent
     */
    @GET
    @Path("/v2/order/detail/{order_id}")
    Order order(@PathParam("order_id") String orderId);

    /**
     * What a refund would give back.
     *
     * @param orderId letters, digits, {@code -} and {@code _}; anything else is refused before it is sent
     */
    @GET
    @Path("/v2/order/refund-info/{order_id}")
    RefundInfo refundInfo(@PathParam("order_id") String orderId);

    /**
     * Refunds an order.
     *
     * @param orderId letters, digits, {@code -} and {@code _}; anything else is refused before it is sent
     * @throws AurpayException if Aurpay refuses; ask {@link AurpayException#outcomeUnknown()} before calling again
     */
    @POST
    @Path("/v2/order/refund/{order_id}")
    RefundInfo refund(@PathParam("order_id") String orderId);

    /** One page of the transactions; {@link Page#stream} reads them all. */
    @GET
    @Path("/v2/tx")
    Page<Transaction> transactions(@HeaderParam(QueryHeader.NAME) TransactionQuery query);
}
