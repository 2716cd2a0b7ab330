package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import net.aurpay.it.covering.Shipping;
import net.aurpay.sandbox.ApiFailure;
import net.aurpay.sandbox.ApiOperation;
import net.aurpay.sandbox.AurpaySandbox;
import net.aurpay.sandbox.SandboxHandle;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The test that docs/testing-under-confirm.md shows. */
@NeedsCallbacks
@AurpaySandbox
@ExtendWith(ArquillianExtension.class)
class ConfirmedPurchaseIT {
    @AurpaySandbox
    static SandboxHandle sandbox;

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive shop() {
        ApplicationArchive archive = new ApplicationArchive("confirmed");
        return archive.addPackageOf(Shipping.class)
                .with(sandbox.settings(archive.callbacks())
                        .with("aurpay.webhook.confirm", "true")
                        .with("aurpay.webhook.user-id", sandbox.credentials().userId()))
                .build();
    }

    @Test
    void paidPurchaseIsShippedWithItsOrder() throws Exception {
        buy("A1", "18.00");
        String orderId = sandbox.pay("A1").orderId();
        sandbox.awaitPaid("A1");
        assertThat(shipped("A1")).isEqualTo(orderId);
    }

    @Test
    void orderOfAnotherPriceIsNotShipped() throws Exception {
        buy("A2", "17.99");
        sandbox.pay("A2");
        sandbox.awaitPaid("A2");
        assertThat(shipped("A2")).isEmpty();
    }

    @Test
    void callbackThatCannotBeConfirmedIsRetried() throws Exception {
        buy("A3", "18.00");
        sandbox.fail(ApiOperation.ORDER, ApiFailure.htmlPage(502), 3);
        sandbox.pay("A3");
        sandbox.awaitPaid("A3");
        assertThat(sandbox.callbacks("A3").get(0).status()).hasValue(503);
        assertThat(shipped("A3")).isNotEmpty();
    }

    private void buy(String reference, String price) {
        URI purchase = base.resolve("probe/purchases/" + reference);
        HttpRequest request = HttpRequest.newBuilder(purchase)
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString(price))
                .build();
        assertThat(new Probe(base).send(request).statusCode()).isEqualTo(200);
    }

    private String shipped(String reference) {
        return new Probe(base).get("probe/purchases/" + reference).body();
    }
}
