package net.aurpay.webhook;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientListener;

/**
 * Keeps connecting and waiting for a response within {@code aurpay.webhook.confirm-timeout}, for the look-ups of a
 * confirmation alone. The REST client calls this before it makes a client.
 */
public final class LookUpTimeouts implements RestClientListener {
    @Override
    public void onNewClient(Class<?> serviceInterface, RestClientBuilder builder) {
        if (serviceInterface == OrderLookUp.class) {
            Config config = ConfigProvider.getConfig();
            long whole = ConfirmationDeadline.timeout(config).toMillis();
            long connect = Math.min(millis(config, "connectTimeout", 5_000), whole / 4);
            long read = Math.min(millis(config, "readTimeout", 30_000), whole - connect);
            builder.connectTimeout(connect, TimeUnit.MILLISECONDS).readTimeout(read, TimeUnit.MILLISECONDS);
        }
    }

    private static long millis(Config config, String name, long otherwise) {
        long configured =
                config.getOptionalValue("aurpay/mp-rest/" + name, Long.class).orElse(otherwise);
        // 0 means for ever
        return configured > 0 ? configured : Duration.ofDays(1).toMillis();
    }
}
