package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Uses a pool with a single connection. A callback must not hold the connection while it waits for its body, for
 * Aurpay, or for an observer outside the transaction. (An observer inside the transaction holds the connection as long
 * as the transaction lasts.)
 */
@Tag("guide")
@ExtendWith(Shared.class)
class NarrowPoolIT {
    /** Longer than it takes to wait for a held callback, and shorter than the test's patience. */
    private static final Duration CONFIRM_TIMEOUT = Duration.ofSeconds(15);

    private static StalledApi api;

    private final ShopProbe shop;

    NarrowPoolIT(GuidedShop guided) throws Exception {
        shop = guided.narrow(api.url(), CONFIRM_TIMEOUT);
    }

    @BeforeAll
    static void startApi() throws IOException {
        api = new StalledApi();
    }

    @AfterAll
    static void stopApi() throws IOException {
        api.close();
    }

    @AfterEach
    void beSilent() {
        api.drip(false);
    }

    @Test
    void waitingForABodyHoldsNoConnection() throws Exception {
        try (SlowSender slow = new SlowSender(shop.base(), 2, beginning("slow"))) {
            // Both callbacks have passed the check for duplicates before this returns 200. If they are stuck in that
            // check, this fails.
            assertThat(use()).isEqualTo(200);
            assertThat(slow.isSilent())
                    .as("both callbacks still wait for their bodies")
                    .isTrue();
            assertThat(use()).isEqualTo(200);
        }
    }

    @Test
    void waitingForALookUpHoldsNoConnection() throws Exception {
        int before = api.requests();
        CompletableFuture<Integer> callback = CompletableFuture.supplyAsync(() -> confirm("silent"));
        ShopProbe.await("the look-up", () -> api.requests() > before);

        assertThat(use()).isEqualTo(200);

        assertThat(callback.get()).as("after aurpay.webhook.confirm-timeout").isEqualTo(503);
        assertThat(api.requests())
                .as("Aurpay repeats the callback; the look-up is not repeated")
                .isEqualTo(before + 1);
    }

    /** On close, Apache's HTTP client, which Open Liberty and WildFly use, reads the response to its end. */
    @Test
    void slowLookUpEndsAtTheDeadline() {
        assumeThat(Server.hasJersey())
                .as("the server can close a response before its end")
                .isTrue();
        api.drip(true);
        assertThat(confirm("trickling")).isEqualTo(503);
        assertThat(use()).isEqualTo(200);
    }

    @Test
    void observerOutsideTheTransactionHoldsNoConnection() throws Exception {
        String reference = "hold-rejected";
        SignedCallback stale = signed(reference).withDate(Instant.now().minus(Duration.ofDays(9)));
        CompletableFuture<Integer> callback = CompletableFuture.supplyAsync(() -> shop.send(stale));
        ShopProbe.await("the observer", () -> shop.isHeld(reference));

        assertThat(use()).isEqualTo(200);

        shop.letGo(reference);
        assertThat(callback.get()).isEqualTo(401);
    }

    private int use() {
        return new Probe(shop.base()).get("probe/rows").statusCode();
    }

    private int confirm(String reference) {
        return shop.send(signed(reference).withBody("{\"order_id\":\"20250207040935220628\"}"));
    }

    private String beginning(String reference) {
        SignedCallback callback = signed(reference);
        // The request goes to this server, with the path of the URL that Aurpay knows.
        String path = shop.base().getRawPath() + "aurpay/callbacks/succeeded?"
                + callback.url().getRawQuery();
        return SlowSender.beginning(callback).replaceFirst("POST [^ ]*", "POST " + Matcher.quoteReplacement(path));
    }

    private SignedCallback signed(String reference) {
        String query = "?reference=" + reference + "&payment="
                + String.format("%032x", new BigInteger(1, reference.getBytes(StandardCharsets.UTF_8)));
        return SignedCallback.of(URI.create("https://shop.example.com/narrow/aurpay/callbacks/succeeded" + query))
                .signedWith(
                        shop.sandbox().keys().callbackToken(),
                        shop.sandbox().keys().callbackSecret());
    }
}
