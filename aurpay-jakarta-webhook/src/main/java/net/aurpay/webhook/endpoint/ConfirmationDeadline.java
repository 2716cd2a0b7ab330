package net.aurpay.webhook.endpoint;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.time.Duration;
import net.aurpay.client.http.ResponseFilter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Sets the time until which the response to a look-up may be read. On Open Liberty and WildFly this does not limit a
 * response that trickles in: their HTTP engines read it to its end when it is closed.
 */
public class ConfirmationDeadline implements ClientRequestFilter {
    @Override
    public void filter(ClientRequestContext request) {
        long left = timeout(ConfigProvider.getConfig()).toNanos();
        request.setProperty(ResponseFilter.DEADLINE, System.nanoTime() + left);
    }

    static Duration timeout(Config config) {
        return WebhookConfig.confirmTimeout(new ConfigReader(config));
    }
}
