package net.aurpay.client.http;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayRuntime;
import net.aurpay.client.Credentials;

/** Does the work that the types in the API's package promise. */
public final class HttpRuntime implements AurpayRuntime {
    /** {@link java.util.ServiceLoader} calls this constructor. */
    public HttpRuntime() {}

    @Override
    public Aurpay forMerchant(Credentials credentials) {
        return MerchantClients.of(credentials);
    }

    @Override
    public void register(FeatureContext client) {
        client.register(SigningFilter.class, SigningFilter.LAST);
        client.register(BodyWriter.class, BodyWriter.FIRST);
        client.register(ResponseFilter.class);
        client.register(ResponseReader.class);
        // Not by @RegisterProvider: Open Liberty's and WildFly's clients would fail at methods without parameters.
        client.register(new TimeConverters());
    }

    /** A status of 0 means that no response came: Quarkus asks in that case, too, and then has no headers. */
    @Override
    public boolean isFailure(int status, MultivaluedMap<String, Object> headers) {
        return status != 0 && (status >= 300 || headers.containsKey(ResponseFilter.FAILURE));
    }

    @Override
    public AurpayException failure(Response response) {
        String failure = response.getHeaderString(ResponseFilter.FAILURE);
        return failure == null
                ? unjudged(response.getStatus())
                : FailureDetails.fromJson(failure).exception(null);
    }

    private static AurpayException unjudged(int status) {
        return new FailureDetails("HTTP " + status, AurpayException.NO_CODE, status, null, true, false).exception(null);
    }
}
