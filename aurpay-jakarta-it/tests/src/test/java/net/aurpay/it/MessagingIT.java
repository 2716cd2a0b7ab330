package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Forwards orders to a queue in the transaction of their callback. A message-driven bean receives them. */
@Tag("liberty")
@ExtendWith(Shared.class)
class MessagingIT {
    private final TableServer server;
    private final ShopProbe shop;

    MessagingIT(TableServer server) {
        this.server = server;
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
    void orderThatFailedAtFirstIsForwardedOnce() throws Exception {
        String orderId = shop.create("hold-fail-forwarded", false);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> shop.succeeded(orderId));
        ShopProbe.await("the first delivery", () -> shop.isHeld("hold-fail-forwarded"));
        shop.letGo("hold-fail-forwarded");
        assertThat(first.get()).isEqualTo(500);

        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        forwardAnother("after-second-try");

        assertThat(fulfilled("hold-fail-forwarded")).hasSize(1);
    }

    /**
     * The recovery log decides transactions that were prepared in one of the two resources and not committed in both.
     */
    @Test
    @Tag("soak")
    void hundredsAreForwardedOnceAlthoughTheServerIsKilledTwice() throws Exception {
        int count = Integer.getInteger("aurpay.orders", 2000) / 4;
        Random random = new Random(Long.getLong("aurpay.seed", 20261123L));
        for (String name : List.of("killed-a", "killed-b")) {
            Deliveries deliveries = Deliveries.create(shop, name, count, random);
            deliveries.pay();
            deliveries.awaitStatus200((long) (count * (0.2 + 0.4 * random.nextDouble())));
            server.kill();
            long undecided = prepared();
            server.run();
            deliveries.awaitAll();
            deliveries.requireEachOnce();
            ShopProbe.await("the fulfilment of all orders", () -> fulfilledLike(name) >= count && prepared() == 0);
            assertThat(shop.postgres().column("select reference from fulfilment group by 1 having count(*) > 1"))
                    .isEmpty();
            System.out.printf(
                    "forwarding: %d orders, statuses %s, %d transactions prepared when the server was killed%n",
                    count, deliveries.statuses(), undecided);
        }
    }

    private long prepared() {
        return shop.postgres().count("select count(*) from pg_prepared_xacts");
    }

    private long fulfilledLike(String name) {
        return shop.postgres().count("select count(*) from fulfilment where reference like '" + name + "-%'");
    }

    /** Forwards another order and waits for it: orders before it have then arrived, too. */
    private void forwardAnother(String reference) throws Exception {
        assertThat(shop.pay(shop.create(reference, false)).status()).isEqualTo(200);
        ShopProbe.await(reference, () -> !fulfilled(reference).isEmpty());
    }

    private List<String> fulfilled(String reference) {
        return shop.postgres().column("select payment_id from fulfilment where reference = '" + reference + "'");
    }
}
