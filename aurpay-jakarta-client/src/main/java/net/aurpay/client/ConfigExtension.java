package net.aurpay.client;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Instantiated by the container. Half a configuration fails the deployment, where it is seen. */
public class ConfigExtension implements Extension {
    void validate(@Observes AfterDeploymentValidation deployment) {
        try {
            refuseRepeatedWrites(RestClientBuilder.newBuilder().getClass().getName(), System.getProperties());
            Config config = ConfigProvider.getConfig();
            if (config.getOptionalValue("aurpay/mp-rest/followRedirects", Boolean.class)
                    .orElse(false)) {
                throw new IllegalArgumentException("aurpay/mp-rest/followRedirects must be false, was <true>: a signed"
                        + " request, or its API key, would go wherever an answer says");
            }
            // credentials tell their kind, and nothing else
            System.getLogger("net.aurpay.client")
                    .log(
                            Level.INFO,
                            startLine(
                                    Aurpay.baseUri(config),
                                    ClientConfig.of(config).credentials()));
        } catch (IllegalArgumentException e) {
            deployment.addDeploymentProblem(new DeploymentException(e.getMessage()));
        }
    }

    static String startLine(URI url, Map<CredentialSet, Credentials> credentials) {
        return "aurpay-jakarta-client " + ConfigExtension.class.getPackage().getImplementationVersion() + ": "
                + Aurpay.withoutUser(url.toString()) + ", " + credentials;
    }

    /**
     * Jersey, of Payara, GlassFish and Helidon, is on {@code HttpURLConnection}, which sends a lost POST once more.
     *
     * @param client the name of a class of the implementation
     */
    static void refuseRepeatedWrites(String client, Properties system) {
        if (client.contains(".jersey.") && !"false".equals(system.getProperty("sun.net.http.retryPost"))) {
            throw new IllegalArgumentException(
                    "a payment could be sent twice here: start the server with -Dsun.net.http.retryPost=false");
        }
    }
}
