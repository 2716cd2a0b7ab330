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
 * The Bitcoin Lightning wallet. Needs the credentials {@code aurpay.lightning.*}: only Lightning's own pass here.
 * Thread-safe.
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
    /** What lies in the Lightning wallet. */
    @GET
    @Path("/balance")
    LightningBalance balance();

    /**
     * Creates an order that is paid over Lightning.
     *
     * @throws AurpayException if Aurpay refuses; ask {@link AurpayException#outcomeUnknown()} before calling again
     */
    @POST
    @Path("/order")
    @Consumes(MediaType.APPLICATION_JSON)
    LightningOrder createOrder(LightningOrderRequest request);

    /**
     * Pays an invoice. Code 40005: the balance is too small.
     *
     * @throws AurpayException if Aurpay refuses; ask {@link AurpayException#outcomeUnknown()} before calling again
     */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    LightningWithdrawal withdraw(LightningWithdrawalRequest request);
}
