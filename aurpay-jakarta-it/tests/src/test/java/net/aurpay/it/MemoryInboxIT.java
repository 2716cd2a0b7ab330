package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks the inbox in memory with observers that write to a database. */
@Tag("liberty")
@ExtendWith(Shared.class)
class MemoryInboxIT {
    private final ShopProbe shop;

    MemoryInboxIT(TableServer server) {
        shop = server.shop(TableServer.MEMORY);
    }

    /** The second delivery must not get a 200 while the first may still be rolled back. */
    @Test
    void secondDeliveryIs503WhileTheFirstMayStillFail() throws Exception {
        String orderId = shop.create("hold-fail-memory", false);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> shop.succeeded(orderId));
        ShopProbe.await("the first delivery", () -> shop.isHeld("hold-fail-memory"));

        assertThat(shop.succeeded(orderId)).isEqualTo(503);
        assertThat(first).isNotDone();
        shop.letGo("hold-fail-memory");

        assertThat(first.get()).isEqualTo(500);
        assertThat(shop.rows("hold-fail-memory")).isEmpty();
        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        assertThat(shop.rows("hold-fail-memory")).hasSize(2);
    }
}
