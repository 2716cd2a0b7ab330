package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import net.aurpay.it.checkout.CheckoutResource;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.shop.Checkout;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the class that {@code checkout.md} shows, and the README in part, with the server's own {@code UriBuilder} and EJB container. */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(value = "net.aurpay.it.Server#hasEjbs", disabledReason = "no EJB container")
class CheckoutIT {
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        ApplicationArchive archive = new ApplicationArchive("checkout");
        return archive.addPackageOf(CheckoutResource.class)
                .add(Checkout.class)
                .add("net.aurpay.it.shop.Purchases")
                .add("net.aurpay.it.shop.Purchase")
                .add("net.aurpay.it.shop.Seller")
                .add("net.aurpay.it.shop.Shortfall")
                .add("net.aurpay.it.shop.Step")
                .signing(SANDBOX)
                .receiving(SANDBOX)
                // The URL has no slash at its end.
                .property("shop.url", archive.callbacks().replace("aurpay/callbacks", "probe/checkout"))
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    /** Reads references of all kinds that the library accepts, one per line. */
    static List<String> references() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/net/aurpay/it/references.txt"));
    }

    @ParameterizedTest
    @MethodSource("references")
    void customerComesBackToThePurchaseWhateverItsReference(String reference) {
        assertThat(post("probe/checkout", reference).statusCode()).isEqualTo(200);

        String page = Probe.parse(SANDBOX.journal().last().text()).getString("succeed_url");

        assertThat(new Probe(base).get(page).body()).isEqualTo(reference);
    }

    @Test
    void paymentIsNotCreatedInATransactionThatMayContainThePurchase() {
        SANDBOX.journal().clear();

        assertThat(post("probe/checkout/in-transaction", "A1").body()).isEqualTo("rejected");

        assertThat(SANDBOX.journal().requests()).isEmpty();
    }

    private HttpResponse<String> post(String path, String text) {
        return new Probe(base)
                .send(HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "text/plain;charset=UTF-8")
                        .POST(BodyPublishers.ofString(text))
                        .build());
    }
}
