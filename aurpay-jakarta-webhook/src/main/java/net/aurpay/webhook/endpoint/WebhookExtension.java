package net.aurpay.webhook.endpoint;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger.Level;
import java.util.Set;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.client.http.ConfiguredSecrets;
import net.aurpay.webhook.inbox.WebhookKeys;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Fails the deployment if the configuration is incomplete, because a failed deployment is noticed. */
public class WebhookExtension implements Extension {
    void validate(@Observes AfterDeploymentValidation deployment, BeanManager beans) {
        Config config = ConfigProvider.getConfig();
        try {
            TransactionObservers.requireNoneBeforeCompletion(beans, Set.of());
            boolean confirm =
                    WebhookConfig.of(config).map(WebhookConfig::confirm).orElse(false);
            if (confirm && !isSet(config, ClientKeys.API_TOKEN) && !isSet(config, ClientKeys.API_KEY)) {
                throw new IllegalArgumentException(WebhookKeys.CONFIRM + "=true needs " + ClientKeys.API_TOKEN + " and "
                        + ClientKeys.SECRET_KEY + ", or " + ClientKeys.API_KEY);
            }
            ConfigWarnings.of(config)
                    .forEach(warning -> System.getLogger("net.aurpay.webhook").log(Level.WARNING, warning));
        } catch (IllegalArgumentException e) {
            deployment.addDeploymentProblem(new DeploymentException(e.getMessage()));
        }
    }

    private static boolean isSet(Config config, String key) {
        return new ConfiguredSecrets(config).single(key).isPresent();
    }
}
