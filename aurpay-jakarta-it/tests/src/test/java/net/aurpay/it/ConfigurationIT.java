package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.client.http.SigningFilter;
import net.aurpay.it.app.CdiObserver;
import net.aurpay.it.app.EjbObserver;
import net.aurpay.it.late.LateObserver;
import net.aurpay.webhook.endpoint.WebhookLifecycle;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.testing.SignedCallback;
import org.assertj.core.util.Throwables;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks that an incomplete or invalid configuration fails the deployment, rather than the first payment of a customer.
 */
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class ConfigurationIT {
    private static final String NONE = "none";
    private static final String TOKEN_ONLY = "token-only";
    private static final String LIGHTNING_SECRET_ONLY = "lightning-secret-only";
    private static final String BAD_ALGORITHM = "bad-algorithm";
    private static final String BAD_HEALTH_CHECK = "bad-health-check";

    private static final String WEBHOOK_URL_ONLY = "webhook-url-only";
    private static final String UNOBSERVED = "unobserved";
    private static final String LATE = "late";
    private static final String CALLBACKS = "https://shop.example.com/aurpay/callbacks";
    private static final String REDIRECTED = "redirected";
    private static final String REDIRECTED_ORDERS = "redirected-orders";
    private static final String DIVERTED_WALLETS = "diverted-wallets";
    private static final String EXPRESSION = "expression";
    private static final String COMMA = "comma";
    private static final String CONFIRMING_WITHOUT_CREDENTIALS = "confirming-without-credentials";
    private static final String WEBHOOK_WITHOUT_URL = "webhook-without-url";

    @ArquillianResource
    Deployer deployer;

    @Deployment(name = NONE, testable = false)
    static WebArchive none() {
        return new ApplicationArchive(NONE).build();
    }

    @Deployment(name = TOKEN_ONLY, managed = false, testable = false)
    static WebArchive tokenOnly() {
        return new ApplicationArchive(TOKEN_ONLY)
                .property("aurpay.api-token", "planted-token")
                .build();
    }

    @Deployment(name = LIGHTNING_SECRET_ONLY, managed = false, testable = false)
    static WebArchive lightningSecretOnly() {
        return new ApplicationArchive(LIGHTNING_SECRET_ONLY)
                .property("aurpay.lightning.secret-key", "planted-secret")
                .build();
    }

    @Deployment(name = BAD_ALGORITHM, managed = false, testable = false)
    static WebArchive badAlgorithm() {
        return new ApplicationArchive(BAD_ALGORITHM)
                .property("aurpay.algorithm", "HMAC-MD5")
                .build();
    }

    @Deployment(name = BAD_HEALTH_CHECK, managed = false, testable = false)
    static WebArchive badHealthCheck() {
        return new ApplicationArchive(BAD_HEALTH_CHECK)
                .property("aurpay.health.check", "yes")
                .build();
    }

    private static ApplicationArchive receiving(String name) {
        return new ApplicationArchive(name)
                .property("aurpay.webhook.url", CALLBACKS)
                .property("aurpay.webhook.token", "planted-token")
                .property("aurpay.webhook.secret", "planted-secret");
    }

    @Deployment(name = LATE, managed = false, testable = false)
    static WebArchive late() {
        return receiving(LATE).addPackageOf(LateObserver.class).build();
    }

    /** Only observers after the transaction and asynchronous ones remain. */
    @Deployment(name = UNOBSERVED, testable = false)
    static WebArchive unobserved() {
        return receiving(UNOBSERVED)
                .replace(CdiObserver.class)
                .replace(EjbObserver.class)
                .build();
    }

    @Deployment(name = REDIRECTED, managed = false, testable = false)
    static WebArchive redirected() {
        return new ApplicationArchive(REDIRECTED)
                .property("aurpay/mp-rest/followRedirects", true)
                .build();
    }

    @Deployment(name = REDIRECTED_ORDERS, managed = false, testable = false)
    static WebArchive redirectedOrders() {
        return new ApplicationArchive(REDIRECTED_ORDERS)
                .property("net.aurpay.client.OrderClient/mp-rest/followRedirects", true)
                .build();
    }

    @Deployment(name = DIVERTED_WALLETS, managed = false, testable = false)
    static WebArchive divertedWallets() {
        return new ApplicationArchive(DIVERTED_WALLETS)
                .property("net.aurpay.client.WalletClient/mp-rest/url", "https://planted.example.com")
                .build();
    }

    @Deployment(name = EXPRESSION, managed = false, testable = false)
    static WebArchive expression() {
        return new ApplicationArchive(EXPRESSION)
                .property("aurpay.api-token", "planted-token")
                .property("aurpay.secret-key", "planted${nowhere}secret")
                .build();
    }

    @Deployment(name = COMMA, managed = false, testable = false)
    static WebArchive comma() {
        return receiving(COMMA)
                .property("aurpay.webhook.secret", "x,planted-secret-of-usual-length")
                .build();
    }

    @Deployment(name = CONFIRMING_WITHOUT_CREDENTIALS, managed = false, testable = false)
    static WebArchive confirmingWithoutCredentials() {
        return receiving(CONFIRMING_WITHOUT_CREDENTIALS)
                .property("aurpay.webhook.confirm", true)
                .build();
    }

    @Deployment(name = WEBHOOK_URL_ONLY, managed = false, testable = false)
    static WebArchive webhookUrlOnly() {
        return new ApplicationArchive(WEBHOOK_URL_ONLY)
                .property("aurpay.webhook.url", CALLBACKS)
                .property("aurpay.webhook.token", "planted-token")
                .build();
    }

    @Deployment(name = WEBHOOK_WITHOUT_URL, managed = false, testable = false)
    static WebArchive webhookWithoutUrl() {
        return new ApplicationArchive(WEBHOOK_WITHOUT_URL)
                .property("aurpay.webhook.token", "planted-token")
                .property("aurpay.webhook.secret", "planted-secret")
                .build();
    }

    @Test
    @Tag("wildfly")
    @NeedsCallbacks
    void healthCheckThatIsNeitherTrueNorFalseFailsTheDeployment() {
        assertFails(BAD_HEALTH_CHECK, "aurpay.health.check must be true or false, was <yes>");
    }

    @Test
    @Tag("wildfly")
    @NeedsCallbacks
    void confirmationWithoutCredentialsFailsTheDeploymentNamingThem() {
        assertFails(CONFIRMING_WITHOUT_CREDENTIALS, "aurpay.webhook.confirm=true", "aurpay.api-token");
    }

    @Test
    @NeedsCallbacks
    void clientThatWouldFollowRedirectsFailsTheDeployment() {
        assertFails(REDIRECTED, "aurpay/mp-rest/followRedirects must be false, was <true>");
    }

    @Test
    @Tag("wildfly")
    void interfaceThatWouldFollowRedirectsFailsTheDeployment() {
        assertFails(REDIRECTED_ORDERS, "net.aurpay.client.OrderClient/mp-rest/followRedirects must be false");
    }

    @Test
    @Tag("wildfly")
    void interfaceWithItsOwnUrlFailsTheDeployment() {
        assertFails(DIVERTED_WALLETS, "net.aurpay.client.WalletClient/mp-rest/url", "set aurpay/mp-rest/url");
    }

    /** The build sets the environment variable to a valid value. */
    @Test
    void keyOfAnInterfaceIsReadFromTheEnvironment(@OperateOnDeployment(NONE) @ArquillianResource URI base) {
        String key = "net.aurpay.client.AuthClient/mp-rest/followRedirects";

        assertThat(new Probe(base).get("probe/control/config?key=" + key).body())
                .isEqualTo("false");
    }

    /** Tools read the annotations of these classes, but CDI must not. */
    @Test
    @NeedsCallbacks
    void classesThatDeclareKeysAreNoBeans(@OperateOnDeployment(NONE) @ArquillianResource URI base) {
        assertThat(new Probe(base).get("probe/control/beans").body().lines())
                .contains(SigningFilter.class.getName(), WebhookLifecycle.class.getName())
                .doesNotContain(ClientKeys.class.getName(), WebhookKeys.class.getName());
    }

    @Test
    void expressionInASecretFailsTheDeployment() {
        assertFails(EXPRESSION, "aurpay.secret-key has ${ in it");
    }

    @Test
    @NeedsCallbacks
    void commaInACallbackSecretFailsTheDeployment() {
        assertFails(COMMA, "aurpay.webhook.secret has 2 values");
    }

    @Test
    @Tag("wildfly")
    @NeedsCallbacks
    void webhookUrlWithoutSecretFailsTheDeploymentNamingTheSecret() {
        assertFails(WEBHOOK_URL_ONLY, "aurpay.webhook.secret");
    }

    @Test
    @Tag("wildfly")
    @NeedsCallbacks
    void webhookSecretsWithoutUrlFailTheDeploymentNamingTheUrl() {
        assertFails(WEBHOOK_WITHOUT_URL, "aurpay.webhook.url");
    }

    @Test
    @NeedsCallbacks
    void withoutConfigurationTheCallbackEndpointIs404(@OperateOnDeployment(NONE) @ArquillianResource URI base)
            throws IOException {
        try (RawConnection connection = new RawConnection(base)) {
            connection.send("GET /none/aurpay/callbacks/succeeded HTTP/1.1\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
            RawResponse response = connection.response(false, RawConnection.PATIENCE);
            assertThat(response.status()).isEqualTo(404);
            assertThat(response.isOurs()).isTrue();
            assertThat(response.tellsMore()).isEmpty();
        }
    }

    @Test
    @NeedsCallbacks
    void observerBeforeCompletionFailsTheDeployment() {
        assertFails(LATE, "LateObserver", "BEFORE_COMPLETION");
    }

    /** After a 200, Aurpay would not send the callback again, and the payment would be lost. */
    @Test
    @NeedsCallbacks
    void callbackOfAPaidOrderWithoutAnObserverIs500(@OperateOnDeployment(UNOBSERVED) @ArquillianResource URI base)
            throws InterruptedException {
        ServerLog log = new ServerLog();

        assertThat(send(base, "/succeeded?reference=unobserved")).isEqualTo(500);
        assertThat(send(base, "/timed-out?reference=unobserved")).isEqualTo(200);

        assertThat(log.once("no bean observes OrderSucceeded"))
                .contains("no bean observes OrderSucceeded")
                .doesNotContain("planted");
    }

    private static int send(URI base, String rest) {
        return SignedCallback.of(URI.create(CALLBACKS + rest))
                .signedWith("planted-token", "planted-secret")
                .sendTo(base.resolve("aurpay/callbacks"));
    }

    @Test
    void tokenWithoutSecretFailsTheDeploymentNamingTheSecret() {
        assertFails(TOKEN_ONLY, "aurpay.secret-key is missing");
    }

    @Test
    @Tag("wildfly")
    void lightningSecretWithoutTokenFailsTheDeploymentNamingTheToken() {
        assertFails(LIGHTNING_SECRET_ONLY, "aurpay.lightning.api-token is missing");
    }

    @Test
    @Tag("wildfly")
    void unknownAlgorithmFailsTheDeploymentNamingKeyAndValue() {
        assertFails(BAD_ALGORITHM, "aurpay.algorithm", "<HMAC-MD5>");
    }

    @Test
    void withoutConfigurationTheApplicationDeploysAndTheFirstCallNamesTheKeys(
            @OperateOnDeployment(NONE) @ArquillianResource URI base) {
        JsonObject response = new Probe(base).call("cdi", "orders/fiatCurrencies");

        assertThat(response.getString("exception")).as(response.toString()).isEqualTo("AurpayException");
        assertThat(response.getString("message")).contains("aurpay.api-token", "aurpay.secret-key", "aurpay.api-key");
        assertThat(response.getBoolean("outcomeUnknown")).isFalse();
    }

    private void assertFails(String deployment, String... message) {
        if (!Server.runsExtensions()) {
            deployer.deploy(deployment);
            assertFirstCallFails(deployment, message);
            return;
        }
        ServerLog log = new ServerLog();

        Throwable thrown = catchThrowable(() -> deployer.deploy(deployment));

        // Payara's Arquillian adapter does not report the reason: it is in the log only.
        String text = Throwables.getStackTrace(thrown) + log.now();
        assertThat(thrown).isNotNull();
        assertThat(text).contains(message).doesNotContain("planted");
    }

    /** A server that runs no CDI extension reports a wrong configuration at the first call only. */
    private static void assertFirstCallFails(String deployment, String... message) {
        Probe probe =
                new Probe(URI.create("http://localhost:" + Server.property("http.port") + "/" + deployment + "/"));

        JsonObject response = probe.call("cdi", "orders/refund", "20240614061316661529");

        assertThat(response.getString("message"))
                .contains(message)
                .endsWith("nothing was sent")
                .doesNotContain("planted");
        assertThat(response.getBoolean("outcomeUnknown")).isFalse();
    }
}
