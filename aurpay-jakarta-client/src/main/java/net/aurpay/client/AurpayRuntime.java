package net.aurpay.client;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ServiceLoader;

/**
 * What the packages behind this one do for it. Not API: applications neither call nor implement it. It is here so that this
 * package depends on none of them.
 */
public interface AurpayRuntime {
    /** The one implementation, which is in this library. */
    static AurpayRuntime get() {
        return Holder.RUNTIME;
    }

    /** See {@link Aurpay#forMerchant}. */
    Aurpay forMerchant(Credentials credentials);

    /** Registers the filters and interceptors that sign requests and judge responses. */
    void register(FeatureContext client);

    /** Whether a response is a failure, as the filters found it. */
    boolean isFailure(int status, MultivaluedMap<String, Object> headers);

    /** The failure that the filters found in a response. */
    AurpayException failure(Response response);

    /** Loads it when it is first asked for, whatever the thread's context class loader is. */
    final class Holder {
        private static final AurpayRuntime RUNTIME = ServiceLoader.load(
                        AurpayRuntime.class, AurpayRuntime.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("aurpay-jakarta-client.jar is not complete"));

        private Holder() {}
    }
}
