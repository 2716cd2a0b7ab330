package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.aurpay.sandbox.AurpaySandbox;
import net.aurpay.sandbox.SandboxHandle;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Tests on every server what docs/testing-with-the-sandbox.md tests on Open Liberty. JUnit starts the sandbox first. */
@NeedsCallbacks
@AurpaySandbox
@ExtendWith(ArquillianExtension.class)
class PurchasesIT {
    @AurpaySandbox
    static SandboxHandle sandbox;

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive shop() {
        ApplicationArchive archive = new ApplicationArchive("purchases");
        return archive.with(sandbox.settings(archive.callbacks())).build();
    }

    @Test
    void payment() throws Exception {
        buy("A1");
        sandbox.pay("A1");
        sandbox.awaitPaid("A1");
        assertThat(events("A1")).contains("OrderSucceeded");
    }

    @Test
    void lostCallback() throws Exception {
        buy("A2");
        sandbox.loseCallbacks("A2");
        sandbox.pay("A2");
        assertThat(events("A2")).doesNotContain("OrderSucceeded");
        sandbox.sendLostCallbacks();
        sandbox.awaitPaid("A2");
        assertThat(events("A2")).contains("OrderSucceeded");
    }

    @Test
    void underpaidOrder() throws Exception {
        buy("A3");
        assertThat(sandbox.underpay("A3").status()).isEqualTo("PARTIAL");
        sandbox.resolve("A3");
        sandbox.awaitPaid("A3");
        assertThat(events("A3")).contains("OrderSucceeded");
    }

    private void buy(String reference) {
        new Probe(base).createPayment(reference, false);
    }

    private String events(String reference) {
        return new Probe(base).get("probe/events/" + reference).body();
    }
}
