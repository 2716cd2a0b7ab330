package net.aurpay.client;

import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.ServiceLoader;

/**
 * The services that this package needs from the other packages. Not API: applications neither call nor implement this interface, which keeps
 * this package independent of the packages that do the work.
 */
public interface AurpayRuntime {
    /** The only implementation, which is part of this library. */
    static AurpayRuntime get() {
        return Holder.RUNTIME;
    }

    /** See {@link Aurpay#forMerchant}. */
    Aurpay forMerchant(Credentials credentials);

    /** Registers the filters and interceptors that sign the requests and judge the responses of a client. */
    void register(FeatureContext client);

    /** Whether the filters have found a response to be a failure. */
    boolean isFailure(int status, MultivaluedMap<String, Object> headers);

    /** The failure that the filters have found in a response. */
    AurpayException failure(Response response);

    /** Loads the implementation on first use, whatever the thread's context class loader is. */
    final class Holder {
        private static final AurpayRuntime RUNTIME = ServiceLoader.load(
                        AurpayRuntime.class, AurpayRuntime.class.getClassLoader())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("aurpay-jakarta-client.jar is not complete"));

        private Holder() {}
    }
}
