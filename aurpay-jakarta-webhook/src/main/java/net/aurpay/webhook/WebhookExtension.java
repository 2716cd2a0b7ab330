package net.aurpay.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger.Level;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.Readiness;

/**
 * Instantiated by the container. Half a configuration fails the deployment, where it is seen.
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

    void validate(@Observes AfterDeploymentValidation deployment) {
        try {
            WebhookConfig.of(ConfigProvider.getConfig());
            String health = health(ConfigProvider.getConfig());
            if (!health.equals("true") && !health.equals("false")) {
                throw new IllegalArgumentException(HEALTH + " must be true or false, was <" + health + ">");
            }
        } catch (IllegalArgumentException e) {
            deployment.addDeploymentProblem(new DeploymentException(e.getMessage()));
        }
    }

    static String health(Config config) {
        return config.getOptionalValue(HEALTH, String.class).orElse("false");
    }
}
