package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Rotates secrets, and moves the shop to another URL: old and new ones are accepted at the same time, retired ones are
 * not.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class RotationIT {
    private static final String NEW = "https://shop.example.com/pay";
    private static final String OLD = "https://old.example.com/shop/aurpay/callbacks";
    private static final List<String> TOKENS = List.of("rotated-token-two", "rotated,token,one");
    private static final List<String> SECRETS = List.of("rotated-secret-n2", "rotated-secret-n1");
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("rotating")
                .signing(SANDBOX)
                .property("aurpay.webhook.url", NEW + "," + OLD)
                .property("aurpay.webhook.token", "rotated-token-two,rotated\\,token\\,one")
                .property("aurpay.webhook.secret", String.join(",", SECRETS))
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static Stream<Arguments> combinations() {
        return Stream.of(NEW, OLD).flatMap(url -> TOKENS.stream()
                .flatMap(token -> SECRETS.stream().map(secret -> Arguments.of(url, token, secret))));
    }

    @ParameterizedTest
    @MethodSource("combinations")
    void oldAndNewValuesAreAcceptedInAnyCombination(String url, String token, String secret) {
        String reference = Integer.toHexString((url + token + secret).hashCode());

        assertThat(send(url, reference, token, secret)).isEqualTo(200);
        assertThat(seen(reference)).contains(Server.beans());
    }

    @ParameterizedTest
    @CsvSource({
        "https://older.example.com/pay, rotated-token-two, rotated-secret-n2",
        "https://shop.example.com/pay, rotated-token-old, rotated-secret-n2",
        "https://shop.example.com/pay, rotated, rotated-secret-n2",
        "https://shop.example.com/pay, rotated-token-two, rotated-secret-n0"
    })
    void retiredUrlTokenOrSecretIsRejected(String url, String token, String secret) {
        String reference = Integer.toHexString((url + token + secret).hashCode());

        assertThat(send(url, reference, token, secret)).isEqualTo(401);
        assertThat(seen(reference)).isEqualTo("[]");
    }

    @Test
    void newPaymentHasTheFirstUrl() {
        String orderId = new Probe(base).createPayment("moved", false);

        assertThat(SANDBOX.order(orderId).urls().callbackUrl()).startsWith(NEW + "/succeeded?reference=moved&payment=");
        assertThat(SANDBOX.order(orderId).urls().timeoutCallback()).startsWith(NEW + "/timed-out?");
    }

    /**
     * Aurpay sends the callback of an order to the URL with which the order was created. A payment under the new URL
     * has a payment id of its own.
     */
    @Test
    void callbackOfAnOpenOrderIsFiredOnceUnderItsOldUrl() {
        for (int delivery = 0; delivery < 2; delivery++) {
            assertThat(send(OLD, "open", TOKENS.get(delivery), SECRETS.get(delivery)))
                    .isEqualTo(200);
        }
        assertThat(Probe.parse("{\"seen\":" + seen("open") + "}").getJsonArray("seen"))
                .hasSameSizeAs(Server.beans());
    }

    private int send(String url, String reference, String token, String secret) {
        return SignedCallback.of(URI.create(url + "/succeeded?reference=" + reference + "&payment="
                        + String.format("%032x", reference.hashCode())))
                .signedWith(token, secret)
                .sendTo(base.resolve("aurpay/callbacks"));
    }

    private String seen(String reference) {
        return new Probe(base).get("probe/events/" + reference).body();
    }
}
