package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks the precedence of configuration: the jar's defaults, the application's file, the environment, system
 * properties, each above the one before.
 */
@ExtendWith(ArquillianExtension.class)
class PrecedenceIT {
    private static final Sandbox SANDBOX = Sandboxes.start();
    private static final int LARGER_THAN_THE_FILE_SAYS = 2000;

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("precedence")
                .property("aurpay/mp-rest/url", SANDBOX.url())
                .property("aurpay/mp-rest/readTimeout", 20_000)
                .property("aurpay.api-key", SANDBOX.keys().apiKey())
                .property("aurpay.lightning.api-key", "file-key")
                .property("aurpay.max-response-size", 1000)
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void fileIsAboveTheDefaultsInTheJar() {
        new Probe(base).call("cdi", "orders/fiatCurrencies");

        // The default is Aurpay's own address, so the call has used the file.
        assertThat(SANDBOX.journal().last().header("API-Key"))
                .isEqualTo(SANDBOX.keys().apiKey());
        assertThat(config("aurpay/mp-rest/connectTimeout"))
                .as("the default in the jar")
                .isEqualTo("5000");
        assertThat(config("aurpay/mp-rest/readTimeout"))
                .as("the file's value, not the default 30000 in the jar")
                .isEqualTo("20000");
    }

    @Test
    void environmentIsAboveTheFile() {
        SANDBOX.faults().next(1, request -> true, Fault.huge(LARGER_THAN_THE_FILE_SAYS));

        assertThat(new Probe(base).call("cdi", "orders/fiatCurrencies")).containsKey("result");
    }

    @Test
    void systemPropertyIsAboveTheEnvironment() {
        new Probe(base).call("cdi", "lightning/balance");

        assertThat(SANDBOX.journal().last().header("API-Key")).isEqualTo("system-key");
    }

    private String config(String key) {
        return new Probe(base).get("probe/control/config?key=" + key).body();
    }
}
