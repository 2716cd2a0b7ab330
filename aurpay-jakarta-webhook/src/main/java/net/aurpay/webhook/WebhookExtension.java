package net.aurpay.webhook;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import org.eclipse.microprofile.config.ConfigProvider;

/** Instantiated by the container. Half a configuration fails the deployment, where it is seen. */
public class WebhookExtension implements Extension {
    void validate(@Observes AfterDeploymentValidation deployment) {
        try {
            WebhookConfig.of(ConfigProvider.getConfig());
        } catch (IllegalArgumentException e) {
            deployment.addDeploymentProblem(new DeploymentException(e.getMessage()));
        }
    }
}
