package net.aurpay.client.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayFeature;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Makes the only call of the readiness check. This client is configured like the application's own clients, but is
 * never retried, and telemetry does not count its calls.
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@RegisterProvider(ClockSkewFilter.class)
@ApplicationScoped
public interface ReadinessProbe {
    /**
     * Fetches a short list that every authenticated caller may read. The result is JSON although nobody reads it:
     * Payara parses a response as JSON even if the method returns nothing.
     */
    @GET
    @Path("/api/order/pay/real-currency")
    JsonValue ask();
}
