package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import net.aurpay.it.sandbox.CallbackAttempt;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the inbox in a table: the event's effect and the inbox's row are one transaction. */
@Tag("guide")
@ExtendWith(Shared.class)
class TableInboxIT {
    private final GuidedShop guided;
    private final ShopProbe shop;

    TableInboxIT(GuidedShop guided) {
        this.guided = guided;
        shop = guided.shop();
    }

    @Test
    void eventAndRowAreCommittedTogetherBeforeLaterObserversAreNotified() throws Exception {
        CallbackAttempt attempt = shop.pay(shop.create("together", false));

        assertThat(attempt.status()).isEqualTo(200);
        assertThat(shop.rows("together")).containsExactly("cdi OrderSucceeded", "ejb OrderSucceeded");
        assertThat(shop.inboxRows("together")).isEqualTo(1);
        ShopProbe.await("asynchronous observers", () -> shop.seen("together").stream()
                .anyMatch(seen -> seen.startsWith("async")));
        assertThat(shop.seen("together"))
                .as("the asynchronous observer saw both rows committed")
                .containsExactlyInAnyOrder(
                        "cdi OrderSucceeded",
                        "ejb OrderSucceeded",
                        "after-success OrderSucceeded",
                        "async-2 OrderSucceeded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fail-cdi", "fail-ejb", "fail-last", "fail-commit"})
    void failedObserverLeavesNothingAndIs500(String reference) throws Exception {
        String orderId = shop.create(reference, false);

        assertThat(shop.pay(orderId).status()).isEqualTo(500);
        assertThat(shop.awaitStatus(orderId, 500).status()).isEqualTo(500);

        assertThat(shop.succeeded(orderId)).as("the second delivery").isEqualTo(500);
        assertThat(shop.rows(reference)).isEmpty();
        assertThat(shop.inboxRows(reference)).isZero();
        assertThat(shop.seen(reference)).noneMatch(seen -> seen.startsWith("async") || seen.startsWith("after"));
    }

    @Test
    void failureAfterTheCommitRollsNothingBack() throws Exception {
        CallbackAttempt attempt = shop.pay(shop.create("fail-after-success", false));

        assertThat(attempt.status()).isEqualTo(200);
        assertThat(shop.rows("fail-after-success")).hasSize(2);
    }

    /** {@code AURPAY_WEBHOOK_MAX_AGE} is two days. Servers list the variable under a name that is not a key. */
    @Test
    void keyWithADashIsReadFromTheEnvironment() throws IOException {
        SignedCallback paid = shop.signed(shop.create("from-the-environment", false), "SUCCEEDED");

        assertThat(shop.send(paid.withDate(Instant.now().minus(Duration.ofHours(50)))))
                .isEqualTo(401);
        assertThat(shop.send(paid.withDate(Instant.now().minus(Duration.ofHours(46)))))
                .isEqualTo(200);
        assertThat(shop.rows("from-the-environment")).hasSize(2);
        assertThat(guided.log()).contains("the environment variable AURPAY_WEBHOOK_PORT is not a key of the webhook");
    }

    @Test
    void repeatedCallbackIs200AndFiresNothing() throws Exception {
        String orderId = shop.create("repeated", false);
        shop.pay(orderId);

        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        assertThat(shop.succeeded(orderId)).isEqualTo(200);

        assertThat(shop.rows("repeated")).hasSize(2);
        assertThat(shop.seen("repeated").stream().filter(seen -> seen.startsWith("cdi")))
                .hasSize(1);
    }

    @Test
    void onlyOneOfTwoSimultaneousDeliveriesFires() throws Exception {
        String orderId = shop.create("hold-twice", false);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> shop.succeeded(orderId));
        ShopProbe.await("the first delivery", () -> shop.isHeld("hold-twice"));
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> shop.succeeded(orderId));
        ShopProbe.await(
                "the second delivery, waiting for the lock or rejected", () -> second.isDone() || waiting() > 0);
        shop.letGo("hold-twice");

        assertThat(first.get()).isEqualTo(200);
        assertThat(second.get()).isIn(200, 503);
        assertThat(shop.rows("hold-twice")).hasSize(2);
        assertThat(shop.inboxRows("hold-twice")).isEqualTo(1);
        assertThat(shop.succeeded(orderId)).isEqualTo(200);
    }

    /** The second delivery must not get a 200 while the first may still be rolled back. */
    @Test
    void secondDeliveryIsNot200WhileTheFirstMayStillFail() throws Exception {
        String orderId = shop.create("hold-fail", false);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> shop.succeeded(orderId));
        ShopProbe.await("the first delivery", () -> shop.isHeld("hold-fail"));
        CompletableFuture<Integer> second = CompletableFuture.supplyAsync(() -> shop.succeeded(orderId));
        ShopProbe.await(
                "the second delivery, waiting for the lock or rejected", () -> second.isDone() || waiting() > 0);

        assertThat(second.getNow(503)).isEqualTo(503);
        assertThat(shop.rows("hold-fail")).isEmpty();
        shop.letGo("hold-fail");

        assertThat(first.get()).isEqualTo(500);
        assertThat(second.get()).isIn(200, 503);
        assertThat(shop.succeeded(orderId)).isEqualTo(200);
        assertThat(shop.rows("hold-fail")).hasSize(2);
    }

    @Test
    void timeOutAfterSuccessFiresNothingAndSuccessAfterTimeOutDoes() throws Exception {
        String paid = shop.create("paid-first", false);
        assertThat(shop.succeeded(paid)).isEqualTo(200);
        assertThat(shop.timedOut(paid)).isEqualTo(200);
        assertThat(shop.rows("paid-first")).containsExactly("cdi OrderSucceeded", "ejb OrderSucceeded");

        String late = shop.create("late", false);
        assertThat(shop.timedOut(late)).isEqualTo(200);
        assertThat(shop.succeeded(late)).isEqualTo(200);
        assertThat(shop.rows("late"))
                .containsExactly("cdi OrderSucceeded", "cdi OrderTimedOut", "ejb OrderSucceeded", "ejb OrderTimedOut");
    }

    @Test
    void twoPaymentsOfOneReferenceAreTwoEvents() throws Exception {
        assertThat(shop.pay(shop.create("twice-paid", false)).status()).isEqualTo(200);
        assertThat(shop.pay(shop.create("twice-paid", true)).status()).isEqualTo(200);

        assertThat(shop.rows("twice-paid")).hasSize(4);
        assertThat(shop.inboxRows("twice-paid")).isEqualTo(2);
    }

    @Test
    void documentedStatementDeletesOldRowsOnly() throws Exception {
        shop.pay(shop.create("young", false));
        shop.postgres()
                .execute(
                        "insert into aurpay_callback (callback_key, order_key, payment_lock, account, kind, order_reference,"
                                + " received_at) values ('old', 'old', 'old', '(unnamed)', 'SUCCEEDED', 'old', extract(epoch from now() - interval '31 days') * 1000)");

        shop.postgres().execute(Files.readString(Path.of("../docs", "delete-old-rows.sql")));

        assertThat(shop.inboxRows("old")).isZero();
        assertThat(shop.inboxRows("young")).isEqualTo(1);
    }

    private long waiting() {
        return shop.postgres().count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'");
    }
}
