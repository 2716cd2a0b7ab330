package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Orders go on to a queue in the transaction of their callback; a message-driven bean takes them. */
@ExtendWith(Shared.class)
class MessagingIT {
    private final ShopProbe shop;

    MessagingIT(TableServer server) {
        shop = server.shop(TableServer.FORWARDING);
    }

    @Test
    void paidOrderIsForwardedOnce() throws Exception {
        String orderId = shop.create("forwarded", false);
        assertThat(shop.pay(orderId).status()).isEqualTo(200);
        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        forwardAnother("after-forwarded");

        assertThat(fulfilled("forwarded")).hasSize(1);
    }

    @Test
    void rolledBackOrderIsNotForwarded() throws Exception {
        String failing = shop.create("fail-last-forwarded", false);
        assertThat(shop.succeeded(failing)).isEqualTo(500);
        assertThat(shop.succeeded(failing)).isEqualTo(500);
        forwardAnother("after-failed");

        assertThat(fulfilled("fail-last-forwarded")).isEmpty();
        assertThat(shop.rows("fail-last-forwarded")).isEmpty();
        assertThat(shop.inboxRows("fail-last-forwarded")).isZero();
    }

    @Test
    void messageOfAnOrderThatFailedAtFirstIsSentOnce() throws Exception {
        String orderId = shop.create("hold-fail-forwarded", false);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> shop.succeeded(orderId));
        ShopProbe.await("first", () -> shop.isHeld("hold-fail-forwarded"));
        shop.letGo("hold-fail-forwarded");
        assertThat(first.get()).isEqualTo(500);

        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        forwardAnother("after-second-try");

        assertThat(fulfilled("hold-fail-forwarded")).hasSize(1);
    }

    /** When this one has come, those before it have, too. */
    private void forwardAnother(String reference) throws Exception {
        assertThat(shop.pay(shop.create(reference, false)).status()).isEqualTo(200);
        ShopProbe.await(reference, () -> !fulfilled(reference).isEmpty());
    }

    private List<String> fulfilled(String reference) {
        return shop.postgres().column("select payment_id from fulfilment where reference = '" + reference + "'");
    }
}
