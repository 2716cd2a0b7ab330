package net.aurpay.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.client.ResponseProcessingException;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.Retry;
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
@RegisterProvider(value = SigningFilter.class, priority = SigningFilter.LAST)
@RegisterProvider(value = BodyWriter.class, priority = BodyWriter.FIRST)
@RegisterProvider(AnswerFilter.class)
@RegisterProvider(AnswerReader.class)
@RegisterProvider(FailureMapper.class)
@ApplicationScoped
@AurpayCall
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public interface WalletClient {
    /** The wallets of the account. */
    @GET
    @Retry(
            maxRetries = GuardedCalls.MAX_RETRIES,
            delay = GuardedCalls.DELAY,
            jitter = GuardedCalls.JITTER,
            retryOn = {AurpayUnavailableException.class, ProcessingException.class},
            abortOn = ResponseProcessingException.class)
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
    @Retry(
            maxRetries = GuardedCalls.MAX_RETRIES,
            delay = GuardedCalls.DELAY,
            jitter = GuardedCalls.JITTER,
            retryOn = {AurpayUnavailableException.class, ProcessingException.class},
            abortOn = ResponseProcessingException.class)
    @Path("/contract/balance")
    List<SelfCustodyBalance> selfCustodyBalances();
}
