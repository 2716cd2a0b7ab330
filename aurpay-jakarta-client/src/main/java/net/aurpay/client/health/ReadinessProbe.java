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
 * The one call of the readiness check: configured as the application's own clients, never tried again, and not counted
 * as a call.
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@RegisterProvider(ClockSkewFilter.class)
@ApplicationScoped
public interface ReadinessProbe {
    /**
     * A short list, which everyone who is authenticated may read; as JSON, for Payara would read nothing as JSON, too.
     */
    @GET
    @Path("/api/order/pay/real-currency")
    JsonValue ask();
}
