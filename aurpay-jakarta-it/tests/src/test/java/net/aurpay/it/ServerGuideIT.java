package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Sandbox;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Configures a fresh server with the lines of {@code docs/servers.md}, and checks the promises that depend on them. */
@Tag("guide")
@ExtendWith(Shared.class)
class ServerGuideIT {
    private final ShopProbe shop;

    ServerGuideIT(GuidedShop guided) {
        shop = guided.shop();
    }

    @Test
    void repeatedCallbackIsOneEventAndOneRow() {
        String orderId = shop.create("twice", false);

        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        assertThat(shop.succeeded(orderId)).isEqualTo(200);

        assertThat(shop.rows("twice")).containsExactly("cdi OrderSucceeded", "ejb OrderSucceeded");
        assertThat(shop.inboxRows("twice")).isEqualTo(1);
    }

    @Test
    void failingObserverRollsAllRowsBack() {
        String orderId = shop.create("fail-last", false);

        assertThat(shop.succeeded(orderId)).isEqualTo(500);

        assertThat(shop.rows("fail-last")).isEmpty();
        assertThat(shop.inboxRows("fail-last")).isZero();
    }

    @Test
    void readIsRetriedAndWriteIsNot() {
        Sandbox sandbox = shop.sandbox();
        Probe probe = new Probe(shop.base());
        sandbox.journal().clear();
        sandbox.faults().next(2, request -> true, Fault.html(503));

        assertThat(probe.call("cdi", "orders/fiatCurrencies")).containsKey("result");
        assertThat(sandbox.journal().requests()).hasSize(3);

        sandbox.journal().clear();
        sandbox.faults().next(1, request -> true, Fault.drop());

        assertThat(probe.call("cdi", "orders/refund", "20240806071926377966")).containsKey("exception");
        assertThat(sandbox.journal().requests()).hasSize(1);
    }
}
