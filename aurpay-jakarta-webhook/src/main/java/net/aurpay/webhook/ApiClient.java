package net.aurpay.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import net.aurpay.client.AnswerFilter;
import net.aurpay.client.Aurpay;
import net.aurpay.client.FailureMapper;
import net.aurpay.client.SigningFilter;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * The one call of the readiness check: configured as the application's own, never tried
 * again, and no part of its figures.
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(value = SigningFilter.class, priority = SigningFilter.LAST)
@RegisterProvider(ApiClock.class)
@RegisterProvider(AnswerFilter.class)
@RegisterProvider(FailureMapper.class)
@ApplicationScoped
public interface ApiClient {
    /** A short list, which everyone who is authenticated may read; as JSON, for Payara would read nothing as JSON, too. */
    @GET
    @Path("/api/order/pay/real-currency")
    JsonValue ask();
}
