package net.aurpay.client.health;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeforeBeanDiscovery;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import java.lang.System.Logger.Level;
import net.aurpay.client.http.ClientKeys;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.health.Readiness;

/** Adds the readiness check if {@code aurpay.health.check} is on. */
public class HealthExtension implements Extension {
    void addReadiness(@Observes BeforeBeanDiscovery discovery) {
        if (value(ConfigProvider.getConfig()).equals("true")) {
            try {
                discovery
                        .addAnnotatedType(ApiReadiness.class, ApiReadiness.class.getName())
                        .add(Readiness.Literal.INSTANCE)
                        .add(ApplicationScoped.Literal.INSTANCE);
                discovery
                        .addAnnotatedType(ClockSkew.class, ClockSkew.class.getName())
                        .add(ApplicationScoped.Literal.INSTANCE);
            } catch (LinkageError e) {
                System.getLogger("net.aurpay.client")
                        .log(Level.WARNING, ClientKeys.HEALTH_CHECK + " has no effect on this server: " + e);
            }
        }
    }

    /**
     * The REST client makes a bean of this interface. CDI itself would only warn that an interface cannot be a bean.
     */
    void leaveToTheRestClient(@Observes ProcessAnnotatedType<ReadinessProbe> type) {
        type.veto();
    }

    void validate(@Observes AfterDeploymentValidation deployment) {
        String value = value(ConfigProvider.getConfig());
        if (!value.equals("true") && !value.equals("false")) {
            deployment.addDeploymentProblem(
                    new DeploymentException(ClientKeys.HEALTH_CHECK + " must be true or false, was <" + value + ">"));
        }
    }

    /** The value of {@code aurpay.health.check}, by default {@code false}. */
    public static String value(Config config) {
        return config.getOptionalValue(ClientKeys.HEALTH_CHECK, String.class).orElse(ClientKeys.DEFAULT_HEALTH_CHECK);
    }
}
