package net.aurpay.it.unfit;

import jakarta.json.JsonValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** Has the configuration key of another API, to which the signed requests would go. */
@AurpayApi
@RegisterProvider(AurpayFeature.class)
@RegisterRestClient(configKey = "shop", baseUri = Aurpay.URL)
@Path("/api/v3/invoices")
public interface DivertedInvoices {
    @GET
    JsonValue invoices();
}
