package net.aurpay.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Logs in to an Aurpay account and fetches its API key. Needs no credentials in the configuration. Thread-safe.
 *
 * <p>The call for the API key is retried while Aurpay is unavailable; a log-in is sent once. Every failure is an
 * {@link AurpayException}.
 *
 * @see <a href="https://dashboard.aurpay.net">Collection "Aurpay API", folder Auth</a>
 */
@RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
@RegisterProvider(AurpayFeature.class)
@ApplicationScoped
@AurpayApi
@Path("/api")
@Produces(MediaType.APPLICATION_JSON)
public interface AuthClient {
    /**
     * Exchanges the user name and password of an account for an access token.
     *
     * @throws AurpayException with code 404 if the user name or the password is wrong
     */
    @POST
    @Path("/user/login")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    AccessToken logIn(@FormParam("username") String username, @FormParam("password") String password);

    /**
     * Fetches the API key of the account that logged in.
     *
     * @param bearer the {@link AccessToken#accessToken()}, with or without the prefix {@code Bearer}
     */
    @GET
    @Path("/plugin/key")
    ApiKey apiKey(@HeaderParam(HttpHeaders.AUTHORIZATION) String bearer);
}
