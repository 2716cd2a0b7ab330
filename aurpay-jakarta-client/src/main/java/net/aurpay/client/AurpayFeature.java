package net.aurpay.client;

import jakarta.ws.rs.core.Feature;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.ext.ResponseExceptionMapper;

/**
 * Signs the requests of a REST client, judges the responses, and hands over what is in the {@code data} of their envelope.
 * {@code @RegisterProvider(AurpayFeature.class)} on an interface is all that it takes.
 *
 * <p>Never a {@code @Provider}: servers would find it and sign, with the merchant's token, every other REST client of the
 * application. Thread-safe.
 */
public final class AurpayFeature implements Feature, ResponseExceptionMapper<AurpayException> {
    /** For the REST client. */
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

    /** Before every mapper of the application, which could take any status and hide what was found. */
    @Override
    public int getPriority() {
        return Integer.MIN_VALUE;
    }
}
