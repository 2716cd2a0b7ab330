package net.aurpay.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Creates orders that are paid over Bitcoin Lightning, pays invoices from the Lightning wallet, and shows its balance.
 * Needs the credentials {@code aurpay.lightning.*}: Lightning accepts no others. Thread-safe.
 *
 * <p>Calls that read are retried while Aurpay is unavailable; calls that write are sent once. Every failure is an
 * {@link AurpayException}.
 *
 * @see <a href="https://dashboard.aurpay.net">Collection "Aurpay API", folder Bitcoin Lightning Network</a>
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@ApplicationScoped
@AurpayApi
@Path("/api/bln")
@Produces(MediaType.APPLICATION_JSON)
public interface LightningClient {
    /** The balance of the Lightning wallet. */
    @GET
    @Path("/balance")
    LightningBalance balance();

    /**
     * Creates an order that is paid over Lightning.
     *
     * @throws AurpayException if the call fails; check {@link AurpayException#outcomeUnknown()} before you call again
     */
    @POST
    @Path("/order")
    @Consumes(MediaType.APPLICATION_JSON)
    LightningOrder createOrder(LightningOrderRequest request);

    /**
     * Pays an invoice. If the balance is too small, the call fails with code 40005.
     *
     * @throws AurpayException if the call fails; check {@link AurpayException#outcomeUnknown()} before you call again
     */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    LightningWithdrawal withdraw(LightningWithdrawalRequest request);
}
