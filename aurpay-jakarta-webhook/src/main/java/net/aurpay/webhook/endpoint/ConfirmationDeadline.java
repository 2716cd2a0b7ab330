package net.aurpay.webhook.endpoint;

import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import java.time.Duration;
import net.aurpay.client.http.ResponseFilter;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Tells the client until when the response to a look-up may be read. On Open Liberty and WildFly that is no bound for a
 * response that trickles in: their HTTP engine reads it to its end when it is closed.
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
