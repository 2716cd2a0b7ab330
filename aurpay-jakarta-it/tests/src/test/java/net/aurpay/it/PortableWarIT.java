package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import net.aurpay.it.sandbox.CallbackPlan;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the WAR of {@code docs/one-war.md}: an observer uses JPA, and the webhook and the application look
 * up {@code java:comp/env/jdbc/shop}. The server starts the webhook, calls it with callbacks, and makes it sweep.
 */
@Tag("guide")
@ExtendWith(Shared.class)
class PortableWarIT {
    private final ShopProbe shop;

    PortableWarIT(GuidedShop guided) throws IOException, InterruptedException, SQLException {
        shop = guided.portable();
    }

    @Test
    void callbackStoresTheOrderOnce() {
        String orderId = shop.create("jpa", false);

        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        assertThat(shop.succeeded(orderId)).isEqualTo(200);

        assertThat(paidOrders("jpa")).isEqualTo(1);
        assertThat(shop.inboxRows("jpa")).isEqualTo(1);
    }

    /** The entity manager takes part in the webhook's transaction. */
    @Test
    void failureAfterTheFlushRollsTheRowBackAndTheRetryTakesEffectOnce() {
        String orderId = shop.create("fail-once", false);

        assertThat(shop.succeeded(orderId)).isEqualTo(500);
        assertThat(paidOrders("fail-once")).isZero();
        assertThat(shop.inboxRows("fail-once")).isZero();

        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        assertThat(paidOrders("fail-once")).isEqualTo(1);
        assertThat(shop.inboxRows("fail-once")).isEqualTo(1);
    }

    /** No callback arrives: the row is there because the server has called the sweep. */
    @Test
    void sweepStoresTheOrder() throws InterruptedException {
        shop.sandbox().callbackPlan(CallbackPlan.NORMAL.delay(Duration.ofHours(1)));
        String orderId = new OpenPayments(shop).open("jpa-swept");
        shop.sandbox().pay(orderId);

        ShopProbe.await("the sweep", () -> paidOrders("jpa-swept") == 1);

        assertThat(shop.inboxRows("jpa-swept")).isEqualTo(1);
    }

    private long paidOrders(String reference) {
        return shop.postgres().count("select count(*) from paid_order where reference = '" + reference + "'");
    }
}
