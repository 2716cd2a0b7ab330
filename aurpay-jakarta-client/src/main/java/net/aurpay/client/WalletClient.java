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
 * Wallets: what lies in them, and withdrawals. Thread-safe.
 *
 * <p>Two answers are recorded nowhere, so they come back as they are: {@link jakarta.json.JsonValue#NULL} if empty.
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
     * Withdraws from the account. Code 40004: the account has to pass the KYB verification first.
     *
     * @throws AurpayException if Aurpay refuses; ask {@link AurpayException#outcomeUnknown()} before calling again
     */
    @POST
    @Path("/withdraw")
    @Consumes(MediaType.APPLICATION_JSON)
    JsonValue withdraw(WithdrawalRequest request);

    /** What lies in the merchant's own wallets. */
    @GET
    @Path("/contract/balance")
    List<SelfCustodyBalance> selfCustodyBalances();
}
