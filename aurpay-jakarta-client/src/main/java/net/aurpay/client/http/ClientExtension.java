package net.aurpay.client.http;

import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.AfterBeanDiscovery;
import jakarta.enterprise.inject.spi.AfterDeploymentValidation;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.enterprise.inject.spi.DeploymentException;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.json.JsonValue;
import jakarta.json.bind.Jsonb;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.Credentials;
import net.aurpay.client.Order;
import net.aurpay.client.Page;
import net.aurpay.client.json.JsonBinding;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/**
 * Checks the configuration and the interfaces when the application is deployed. If the configuration is incomplete or wrong, the
 * deployment fails, so that the mistake is noticed.
 */
public class ClientExtension implements Extension {
    private static final Pattern LOOPBACK =
            Pattern.compile("(?i)(.+\\.)?localhost\\.?|127(\\.[0-9]{1,3}){3}|\\[(::1|0:0:0:0:0:0:0:1)]");

    private final Set<Class<?>> interfaces = ConcurrentHashMap.newKeySet();

    /** The REST client makes beans of the interfaces. CDI itself would only warn that an interface cannot be a bean. */
    void leaveToTheRestClient(@Observes @WithAnnotations(AurpayApi.class) ProcessAnnotatedType<?> type) {
        if (type.getAnnotatedType().getJavaClass().isInterface()) {
            interfaces.add(type.getAnnotatedType().getJavaClass());
            type.veto();
        }
    }

    /**
     * Reports a missing API before CDI reports that there is nothing to inject, or that a class cannot be loaded, which
     * would not say what is missing. Checks only whether the classes exist: WildFly cannot build a client yet.
     */
    void requireApis(@Observes AfterBeanDiscovery discovery) {
        require(
                discovery,
                () -> RestClientBuilder.class,
                "MicroProfile Rest Client",
                "mpRestClient-3.0 to server.xml (with MicroProfile 7, mpRestClient-4.0)");
        require(discovery, () -> Jsonb.class, "JSON-B", "jsonb-3.0 to server.xml");
    }

    private static void require(AfterBeanDiscovery discovery, Supplier<Class<?>> type, String api, String feature) {
        try {
            Objects.requireNonNull(type.get());
        } catch (LinkageError e) {
            discovery.addDefinitionError(new DeploymentException(
                    "aurpay-jakarta-client needs " + api + ", which this server does not offer to the application: on"
                            + " Open Liberty, add the feature " + feature,
                    e));
        }
    }

    void validate(@Observes AfterDeploymentValidation deployment, BeanManager manager) {
        validate(deployment, manager.getExtension(InjectedClients.class));
    }

    void validate(AfterDeploymentValidation deployment, InjectedClients injected) {
        interfaces.addAll(injected.types());
        interfaces.addAll(injected.unmarked());
        try {
            prepareJson();
            rejectRepeatedWrites(RestClientBuilder.newBuilder().getClass().getName(), System.getProperties());
            Config config = ConfigProvider.getConfig();
            interfaces.forEach(type -> InterfaceRules.check(type, config));
            RestClientKeys.check(config, interfaces);
            URI url = ApiUrl.of(config);
            System.Logger log = System.getLogger("net.aurpay.client");
            // The text of the credentials shows only their kind.
            log.log(Level.INFO, startLine(url, ClientConfig.of(config).credentials()));
            if (isExposed(url)) {
                log.log(
                        Level.WARNING,
                        "the API is called without encryption, at <" + ApiUrl.withoutUser(url.toString())
                                + ">: anyone on the way can read and change what is sent; use https");
            }
        } catch (IllegalArgumentException | IllegalStateException e) {
            deployment.addDeploymentProblem(new DeploymentException(e.getMessage()));
        }
    }

    /**
     * Has JSON-B found and its largest types analysed now: here, the search cannot fail for want of a class loader, and
     * the first response need not wait.
     */
    private static void prepareJson() {
        JsonBinding json = JsonBinding.get();
        json.read(Order.class, JsonValue.EMPTY_JSON_OBJECT);
        json.read(Page.class, JsonValue.EMPTY_JSON_OBJECT);
    }

    static String startLine(URI url, Map<CredentialSet, Credentials> credentials) {
        return "aurpay-jakarta-client " + ClientExtension.class.getPackage().getImplementationVersion() + ": "
                + ApiUrl.withoutUser(url.toString()) + ", " + credentials;
    }

    /** Whether requests leave this machine without encryption. */
    static boolean isExposed(URI url) {
        return "http".equalsIgnoreCase(url.getScheme())
                && (url.getHost() == null || !LOOPBACK.matcher(url.getHost()).matches());
    }

    /**
     * Rejects a REST client that may send a write twice. Jersey, the REST client of Payara, GlassFish and Helidon, uses
     * {@code HttpURLConnection}, which sends a POST again if the connection is lost.
     *
     * @param client the name of a class of the implementation
     */
    static void rejectRepeatedWrites(String client, Properties system) {
        if (client.contains(".jersey.") && !"false".equals(system.getProperty("sun.net.http.retryPost"))) {
            throw new IllegalArgumentException(
                    "a payment could be sent twice here: start the server with -Dsun.net.http.retryPost=false");
        }
    }
}
