package net.aurpay.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.System.Logger.Level;
import net.aurpay.client.ConfiguredSecrets;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.Readiness;

/**
 * Fails the deployment if the configuration is incomplete, so that somebody notices before the first callback.
 *
 * <ul>
 *   <li>{@code aurpay.health.check} whether the server's readiness has a check that Aurpay's API answers and takes the
 *       credentials
 * </ul>
 */
public class WebhookExtension implements Extension {
    private static final String HEALTH = "aurpay.health.check";

    void addReadiness(@Observes BeforeBeanDiscovery discovery) {
        if (health(ConfigProvider.getConfig()).equals("true")) {
            try {
                discovery
                        .addAnnotatedType(ApiReadiness.class, ApiReadiness.class.getName())
                        .add(Readiness.Literal.INSTANCE)
                        .add(ApplicationScoped.Literal.INSTANCE);
            } catch (LinkageError e) {
                System.getLogger("net.aurpay.webhook")
                        .log(Level.WARNING, HEALTH + " has no effect on this server: " + e);
            }
        }
    }

    /** The REST client makes a bean of the interface; CDI itself would warn that an interface cannot be one. */
    void leaveToTheRestClient(@Observes ProcessAnnotatedType<ApiClient> type) {
        type.veto();
    }

    void validate(@Observes AfterDeploymentValidation deployment, BeanManager beans) {
        Config config = ConfigProvider.getConfig();
        try {
            TransactionObservers.requireNoneBeforeCompletion(beans);
            boolean confirm =
                    WebhookConfig.of(config).map(WebhookConfig::confirm).orElse(false);
            if (confirm && !isSet(config, "aurpay.api-token") && !isSet(config, "aurpay.api-key")) {
                throw new IllegalArgumentException(
                        "aurpay.webhook.confirm=true needs aurpay.api-token and aurpay.secret-key, or aurpay.api-key");
            }
            ConfigWarnings.of(config)
                    .forEach(warning -> System.getLogger("net.aurpay.webhook").log(Level.WARNING, warning));
            String health = health(config);
            if (!health.equals("true") && !health.equals("false")) {
                throw new IllegalArgumentException(HEALTH + " must be true or false, was <" + health + ">");
            }
        } catch (IllegalArgumentException e) {
            deployment.addDeploymentProblem(new DeploymentException(e.getMessage()));
        }
    }

    private static boolean isSet(Config config, String key) {
        return new ConfiguredSecrets(config).single(key).isPresent();
    }

    static String health(Config config) {
        return config.getOptionalValue(HEALTH, String.class).orElse("false");
    }
}
