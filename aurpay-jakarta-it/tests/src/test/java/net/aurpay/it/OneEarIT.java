package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Set;
import net.aurpay.it.sandbox.CallbackAttempt;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deploys two WARs with one merchant each in one EAR, with one client in {@code lib/} that both WARs use. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class OneEarIT {
    private static final String ONE = "one";
    private static final String OTHER = "other";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Sandbox SANDBOX = Sandboxes.start(2);

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static EnterpriseArchive application() {
        return war(ONE).inEarWith(war(OTHER), Set.of("client.jar"), "aurpay/mp-rest/url=" + SANDBOX.url());
    }

    private static ApplicationArchive war(String name) {
        Keys keys = keys(name);
        ApplicationArchive war = new ApplicationArchive(name);
        return war.property("aurpay.api-token", keys.apiToken())
                .property("aurpay.secret-key", keys.secretKey())
                .property("aurpay.webhook.url", war.callbacks())
                .property("aurpay.webhook.token", keys.callbackToken())
                .property("aurpay.webhook.secret", keys.callbackSecret());
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /**
     * Payara does not read the configuration in the WARs of an EAR: there, a WAR must find no configuration, rather
     * than the other WAR's.
     */
    @ParameterizedTest
    @ValueSource(strings = {ONE, OTHER})
    void warUsesTheConfigurationInItsOwnFile(String war) throws Exception {
        if (Server.is("payara")) {
            assertThat(probe(war).call(Server.bean(), "orders/fiatCurrencies").getString("message"))
                    .contains("no credentials");
            assertThat(probe(war).get("aurpay/callbacks/succeeded").statusCode())
                    .isEqualTo(404);
            return;
        }
        String orderId = probe(war).createPayment("A1", false);
        assertThat(SANDBOX.journal().last().header("API-Token"))
                .isEqualTo(keys(war).apiToken());

        SANDBOX.pay(orderId);

        CallbackAttempt attempt =
                SANDBOX.callbacks().await(made -> made.orderId().equals(orderId), PATIENCE);
        assertThat(attempt.status()).isEqualTo(200);
        assertThat(probe(war).get("probe/events/A1").body()).contains("OrderSucceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {ONE, OTHER})
    void warCallsAsTheMerchantThatItsCodeNames(String war) {
        assertThat(probe(war).callAs(keys(war), "orders/fiatCurrencies")).containsKey("result");

        assertThat(SANDBOX.journal().last().header("API-Token"))
                .isEqualTo(keys(war).apiToken());
    }

    private static Keys keys(String war) {
        return SANDBOX.merchants().get(war.equals(ONE) ? 0 : 1);
    }

    private Probe probe(String war) {
        return new Probe(base.resolve("/" + war + "/"));
    }
}
