package net.aurpay.client;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.util.Properties;
import org.eclipse.microprofile.config.ConfigProvider;

/** Instantiated by the container. Half a configuration fails the deployment, where it is seen. */
public class ConfigExtension implements Extension {
    void validate(@Observes AfterDeploymentValidation deployment) {
        try {
            refuseRepeatedWrites(System.getProperties());
            ClientConfig.of(ConfigProvider.getConfig());
        } catch (IllegalArgumentException e) {
            deployment.addDeploymentProblem(new DeploymentException(e.getMessage()));
        }
    }

    /** Payara's and GlassFish's REST client is on {@code HttpURLConnection}, which sends a lost POST once more. */
    static void refuseRepeatedWrites(Properties system) {
        if (system.containsKey("com.sun.aas.instanceRoot")
                && !"false".equals(system.getProperty("sun.net.http.retryPost"))) {
            throw new IllegalArgumentException(
                    "on this server a payment could be sent twice: start it with" + " -Dsun.net.http.retryPost=false");
        }
    }
}
