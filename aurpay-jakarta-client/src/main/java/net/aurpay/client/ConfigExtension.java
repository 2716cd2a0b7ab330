package net.aurpay.client;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Instantiated by the container. Half a configuration fails the deployment, where it is seen. */
public class ConfigExtension implements Extension {
    /** The REST client makes beans of the interfaces; CDI itself would warn that an interface cannot be one. */
    void leaveToTheRestClient(@Observes @WithAnnotations(AurpayCall.class) ProcessAnnotatedType<?> type) {
        if (type.getAnnotatedType().getJavaClass().isInterface()) {
            type.veto();
        }
    }

    /** Before CDI finds nothing to inject, which would not say what is missing. */
    void requireRestClient(@Observes AfterBeanDiscovery discovery) {
        try {
            // only whether the class is there: WildFly can build nothing yet
            Objects.requireNonNull(RestClientBuilder.class);
        } catch (LinkageError e) {
            discovery.addDefinitionError(new DeploymentException(
                    "aurpay-jakarta-client needs MicroProfile Rest Client, which this server does not offer to the"
                            + " application: on Open Liberty, add the feature mpRestClient-3.0 to server.xml (with"
                            + " MicroProfile 7, mpRestClient-4.0)",
                    e));
        }
    }

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
