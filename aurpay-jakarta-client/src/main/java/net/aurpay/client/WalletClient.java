package net.aurpay.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Shows the wallets of an account and their balances, and withdraws from the account. Thread-safe.
 *
 * <p>Calls that read are retried while Aurpay is unavailable; calls that write are sent once. Every failure is an
 * {@link AurpayException}.
 *
 * <p>Two responses have never been recorded, so their {@code data} is returned as JSON;
 * {@link jakarta.json.JsonValue#NULL} if there is no data.
 *
 * @see <a href="https://dashboard.aurpay.net">Collection "Aurpay API", folder Wallets</a>
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@ApplicationScoped
@AurpayApi
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public interface WalletClient {
    /** The wallets of the account. */
    @GET
    @Path("/withdraw/wallets")
    JsonValue wallets();

    /**
     * Withdraws from the account. If the account has not passed KYB verification, the call fails with code 40004.
     *
     * @throws AurpayException if the call fails; check {@link AurpayException#outcomeUnknown()} before you call again
     */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    JsonValue withdraw(WithdrawalRequest request);

    /** The balances of the merchant's own wallets. */
    @GET
    @Path("/contract/balance")
    List<SelfCustodyBalance> selfCustodyBalances();
}
