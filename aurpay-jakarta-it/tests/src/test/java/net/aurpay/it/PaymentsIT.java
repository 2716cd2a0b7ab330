package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import net.aurpay.it.sandbox.CallbackPlan;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that a payment has its effect once, whether a callback reports it, or only a look-up finds it. */
@Tag("guide")
@ExtendWith(Shared.class)
class PaymentsIT {
    private final ShopProbe shop;
    private final OpenPayments payments;

    PaymentsIT(GuidedShop guided) {
        shop = guided.shop();
        payments = new OpenPayments(shop);
    }

    @AfterEach
    void sendCallbacksAgain() {
        shop.sandbox().callbackPlan(shop.sandbox().callbackPlan().delay(Duration.ZERO));
    }

    @Test
    void sweepFiresWhatNoCallbackReports() throws Exception {
        loseCallbacks();
        String orderId = payments.open("swept");
        shop.sandbox().pay(orderId);

        payments.sweepUntil(() -> shop.rows("swept").size() == 2);

        assertThat(shop.rows("swept")).containsExactly("cdi OrderSucceeded", "ejb OrderSucceeded");
        assertThat(shop.postgres()
                        .count("select count(*) from shop_order where covered and order_id = '" + orderId + "'"))
                .isEqualTo(2);
        assertThat(payments.status("swept")).containsExactly("SUCCESS");
        assertThat(payments.dueSoon("swept")).isZero();

        assertThat(shop.succeeded(orderId)).as("the callback that comes late").isEqualTo(200);
        assertThat(payments.settle(orderId)).isEqualTo("ALREADY_PROCESSED");
        assertThat(shop.rows("swept")).hasSize(2);
        assertThat(shop.inboxRows("swept")).isEqualTo(1);
    }

    @Test
    void callbackClosesItsPayment() throws Exception {
        String orderId = payments.open("reported");

        assertThat(shop.pay(orderId).status()).isEqualTo(200);

        assertThat(payments.status("reported")).containsExactly("SUCCESS");
        assertThat(payments.dueSoon("reported")).isZero();
        assertThat(shop.rows("reported")).hasSize(2);
    }

    @Test
    void underpaidOrderThatAPersonResolvesIsUnderpaidThenPaid() throws Exception {
        loseCallbacks();
        String orderId = payments.open("underpaid");
        shop.sandbox().underpay(orderId);
        payments.sweepUntil(() -> !shop.rows("underpaid").isEmpty());
        assertThat(shop.rows("underpaid")).containsExactly("cdi OrderUnderpaid", "ejb OrderUnderpaid");
        assertThat(payments.dueSoon("underpaid")).isEqualTo(1);

        shop.sandbox().resolve(orderId);
        payments.sweepUntil(() -> shop.rows("underpaid").size() == 4);
        payments.sweep();

        assertThat(shop.rows("underpaid"))
                .containsExactly(
                        "cdi OrderSucceeded", "cdi OrderUnderpaid", "ejb OrderSucceeded", "ejb OrderUnderpaid");
        assertThat(payments.dueSoon("underpaid")).isZero();
    }

    @Test
    void lateOrderIsTimedOutThenPaid() throws Exception {
        loseCallbacks();
        String orderId = payments.open("late-open");
        shop.sandbox().expire(orderId);
        payments.sweepUntil(() -> !shop.rows("late-open").isEmpty());
        assertThat(shop.rows("late-open")).containsExactly("cdi OrderTimedOut", "ejb OrderTimedOut");

        shop.sandbox().resolve(orderId);
        payments.sweepUntil(() -> shop.rows("late-open").size() == 4);
        assertThat(shop.rows("late-open"))
                .containsExactly("cdi OrderSucceeded", "cdi OrderTimedOut", "ejb OrderSucceeded", "ejb OrderTimedOut");
    }

    @Test
    void settlesAnOrderAtOnceAndOnlyOnce() throws Exception {
        loseCallbacks();
        String orderId = payments.open("settled");
        assertThat(payments.settle(orderId)).isEqualTo("PENDING");
        shop.sandbox().pay(orderId);

        assertThat(payments.settle(orderId)).isEqualTo("PAID");
        assertThat(payments.settle(orderId)).isEqualTo("ALREADY_PROCESSED");
        assertThat(shop.succeeded(orderId)).isEqualTo(200);

        assertThat(shop.rows("settled")).hasSize(2);
        assertThat(payments.status("settled")).containsExactly("SUCCESS");
    }

    @Test
    void checkoutThatIsSentFiveTimesAtOnceIsOnePayment() {
        Set<String> orders = new HashSet<>();
        List<CompletableFuture<String>> calls = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> payments.open("five-times")))
                .toList();
        calls.forEach(call -> orders.add(call.join()));

        assertThat(orders).hasSize(1);
        assertThat(payments.open("five-times")).isIn(orders);
        assertThat(payments.status("five-times")).containsExactly("PENDING");
        assertThat(payments.openUrl("a-url"))
                .isEqualTo(payments.openUrl("a-url"))
                .startsWith("http");
    }

    @Test
    void opensNothingInsideATransaction() {
        assertThat(payments.post("open/inside/in-transaction", "")).contains("outside any transaction");
        assertThat(payments.status("inside")).isEmpty();
    }

    private void loseCallbacks() {
        CallbackPlan plan = shop.sandbox().callbackPlan();
        shop.sandbox().callbackPlan(plan.delay(Duration.ofHours(1)));
    }
}
