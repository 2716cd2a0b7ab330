package net.aurpay.client;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Signs the requests of a REST client, judges the responses, and returns the {@code data} of their envelope. Annotate
 * the client's interface with {@code @RegisterProvider(AurpayFeature.class)} and with {@link AurpayApi}.
 *
 * <p>This class must never become a {@code @Provider}: servers would find the class and sign, with the merchant's
 * token, the requests of every other REST client of the application. Thread-safe.
 */
public final class AurpayFeature implements Feature, ResponseExceptionMapper<AurpayException> {
    /** The REST client calls this constructor. */
    public AurpayFeature() {}

    @Override
    public boolean configure(FeatureContext client) {
        AurpayRuntime.get().register(client);
        return true;
    }

    @Override
    public boolean handles(int status, MultivaluedMap<String, Object> headers) {
        return AurpayRuntime.get().isFailure(status, headers);
    }

    @Override
    public AurpayException toThrowable(Response response) {
        return AurpayRuntime.get().failure(response);
    }

    /** Precedes every mapper of the application: such a mapper could handle any status and hide the failure. */
    @Override
    public int getPriority() {
        return Integer.MIN_VALUE;
    }
}
