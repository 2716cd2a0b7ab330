package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Checks that observers of the transaction's end and asynchronous observers are notified once the transaction is
 * committed, and not before.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class PhasesIT {
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("phases").receiving(SANDBOX).build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void observersOfACommittedEventAreNotifiedOnceEach() throws InterruptedException {
        assertThat(send("committed")).isEqualTo(200);
        assertThat(send("committed")).isEqualTo(200);
        ShopProbe.await("the asynchronous observer", () -> seen("committed").size() >= 2);

        assertThat(seen("committed")).containsExactlyInAnyOrder("committed after success", "committed asynchronously");
    }

    @Test
    void onlyObserversAfterFailureAreNotifiedOfARolledBackEvent() throws InterruptedException {
        assertThat(send("fail-cdi-phases")).isEqualTo(500);
        assertThat(send("after-the-failed-one")).isEqualTo(200);
        ShopProbe.await(
                "the event after the failed one",
                () -> seen("after-the-failed-one").size() >= 2);

        assertThat(seen("fail-cdi-phases")).isSubsetOf("fail-cdi-phases after failure");
    }

    private int send(String reference) {
        String url = new ApplicationArchive("phases").callbacks() + "/succeeded?reference=" + reference + "&payment="
                + String.format("%032x", reference.hashCode());
        return SignedCallback.of(URI.create(url))
                .signedWith(SANDBOX.keys().callbackToken(), SANDBOX.keys().callbackSecret())
                .send();
    }

    private List<String> seen(String reference) {
        return new Probe(base)
                .get("probe/phases")
                .body()
                .lines()
                .filter(line -> line.startsWith(reference + " "))
                .toList();
    }
}
