package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.CallbackLosses;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that no payment is lost and none is made twice if a server dies, a response is lost, or two servers act at once. */
@Tag("liberty")
@ExtendWith(Shared.class)
class LostPaymentsIT {
    private final TablePair pair;
    private final ShopProbe shop;
    private final Sandbox sandbox;
    private final OpenPayments first;
    private final OpenPayments second;

    LostPaymentsIT(TablePair pair) {
        this.pair = pair;
        shop = pair.shop(false);
        sandbox = shop.sandbox();
        sandbox.callbackLosses().share(new CallbackLosses.Share(100, 0, Duration.ZERO, 0));
        first = new OpenPayments(shop);
        second = new OpenPayments(shop.at(pair.url(1)));
    }

    @AfterEach
    void repair() {
        sandbox.faults().clear();
        sandbox.callbackLosses().clear();
    }

    @Test
    void serverKilledBeforeItStoresThePaymentHasAskedForNothing() throws Exception {
        int before = requests("/api/order/pay-info");
        CompletableFuture<String> call;
        try (Connection lock = shop.postgres().connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("lock table aurpay_payment in exclusive mode");
            call = opening("killed-1");
            awaitLock();
            pair.kill(1);
        }
        requireNobodyWasShown(call);
        pair.start(1);

        assertThat(requests("/api/order/pay-info")).isEqualTo(before);
        assertThat(first.status("killed-1")).isEmpty();
        assertThat(second.open("killed-1")).isEqualTo(first.open("killed-1"));
    }

    @Test
    void serverKilledWhileItAsksAurpayLeavesAnOrderThatNobodyCanPay() throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        sandbox.faults().next(1, LostPaymentsIT::opensPayment, (exchange, right, closed) -> {
            asked.complete(null);
            Fault.silence().respond(exchange, right, closed);
        });
        CompletableFuture<String> call = opening("killed-2");
        asked.join();
        pair.kill(1);
        requireNobodyWasShown(call);
        pair.start(1);

        requireAnotherPaymentIsPaidOnce("killed-2");
    }

    @Test
    void serverKilledBeforeItStoresTheOrderLeavesAnOrderThatNobodyCanPay() throws Exception {
        CompletableFuture<Void> asked = new CompletableFuture<>();
        CompletableFuture<Void> locked = new CompletableFuture<>();
        sandbox.faults().next(1, LostPaymentsIT::opensPayment, (exchange, right, closed) -> {
            asked.complete(null);
            locked.join();
            Fault.send(exchange, right);
        });
        CompletableFuture<String> call = opening("killed-3");
        asked.join();
        try (Connection lock = shop.postgres().connect();
                Statement statement = lock.createStatement()) {
            lock.setAutoCommit(false);
            statement.execute("select 1 from aurpay_payment where order_reference = 'killed-3' for update");
            locked.complete(null);
            awaitLock();
            pair.kill(1);
        }
        requireNobodyWasShown(call);
        pair.start(1);

        requireAnotherPaymentIsPaidOnce("killed-3");
    }

    @Test
    void checkoutThatIsSentFiveTimesAtOnceToTwoServersIsOnePayment() {
        Set<String> orders = new HashSet<>();
        List<CompletableFuture<String>> calls = IntStream.range(0, 5)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> (i % 2 == 0 ? first : second).open("both-servers")))
                .toList();
        calls.forEach(call -> orders.add(call.join()));

        assertThat(orders).hasSize(1);
        assertThat(first.status("both-servers")).hasSize(1);
    }

    @Test
    void refundWhoseResponseIsLostIsSentOnceAndReportedOnce() throws Exception {
        String orderId = paid("refund-lost");
        sandbox.faults().next(1, request -> isRefund(request, orderId), Fault.drop());

        first.post("open/refund/" + orderId, "");
        first.sweepUntil(() -> events("refund-lost").contains("OrderRefunded"));
        assertThat(second.post("open/refund/" + orderId, "")).isEqualTo("RefundConflictException");
        second.sweep();

        assertThat(refunds(orderId)).isEqualTo(1);
        assertThat(events("refund-lost")).containsExactlyInAnyOrder("OrderSucceeded", "OrderRefunded");
    }

    @Test
    void twoRefundsAtOnceOnTwoServersAreOne() throws Exception {
        String orderId = paid("refund-twice");

        CompletableFuture<String> one = CompletableFuture.supplyAsync(() -> first.post("open/refund/" + orderId, ""));
        CompletableFuture<String> other =
                CompletableFuture.supplyAsync(() -> second.post("open/refund/" + orderId, ""));

        assertThat(List.of(one.join(), other.join()))
                .containsExactlyInAnyOrder("refunded true", "RefundConflictException");
        assertThat(refunds(orderId)).isEqualTo(1);
        assertThat(events("refund-twice")).containsExactlyInAnyOrder("OrderSucceeded", "OrderRefunded");
    }

    /** Two payments of each price; {@code -Daurpay.orders=…} varies the number of payments. */
    @Test
    void paidPaymentUrlsWithoutCallbacksAreReportedAndNeverAdoptedByThemselves() {
        int count = Integer.getInteger("aurpay.orders", 40);
        Map<String, Integer> orders = new ConcurrentHashMap<>();
        IntStream.range(0, count).parallel().forEach(i -> {
            String url = first.openUrl("audited-" + i, BigDecimal.valueOf(7000 + i / 2, 2));
            String order = sandbox.choose(url, "TRX", "USDT-TRC20").orderId();
            sandbox.pay(order);
            orders.put(order, i);
        });
        first.sweep();

        Map<String, String> report = audit();

        orders.forEach((order, i) -> {
            int even = i - i % 2;
            List<String> pair = Stream.of("audited-" + even, "audited-" + (even + 1))
                    .sorted()
                    .toList();
            assertThat(report.get(order)).matches(String.join("=[0-9a-f]+,", pair) + "=[0-9a-f]+");
        });
        assertThat(orders).hasSize(count);
        assertThat(shop.postgres().count("select count(*) from shop_order where reference like 'audited-%'"))
                .isZero();
        String adopted = orders.keySet().iterator().next();
        String[] candidate = report.get(adopted).split("[=,]", 3);
        assertThat(first.post("open/adopt/" + adopted + "/" + candidate[1], "")).isEqualTo("PAID");
        assertThat(second.post("open/adopt/" + adopted + "/" + candidate[1], ""))
                .isEqualTo("ALREADY_PROCESSED");
        assertThat(events(candidate[0])).containsExactly("OrderSucceeded");
        assertThat(audit()).doesNotContainKey(adopted).hasSize(report.size() - 1);
    }

    /** Returns the candidates of each unexplained order. */
    private Map<String, String> audit() {
        return first.post("open/audit", "")
                .lines()
                .map(line -> line.split(" ", 2))
                .collect(Collectors.toMap(line -> line[0], line -> line[1]));
    }

    /** A call that was under way on the server that dies. */
    private CompletableFuture<String> opening(String reference) {
        return CompletableFuture.supplyAsync(() -> second.open(reference));
    }

    private static void requireNobodyWasShown(CompletableFuture<String> call) {
        assertThat(call.handle((order, failure) -> failure == null ? order : "").join())
                .isEmpty();
    }

    /** The other server gives the call up after its minute, which the test shortens; then it opens a payment of its own. */
    private void requireAnotherPaymentIsPaidOnce(String reference) throws Exception {
        assertThat(first.status(reference)).containsExactly("PENDING");
        shop.postgres()
                .execute("update aurpay_payment set created_at = created_at - 60000 where order_reference = '"
                        + reference + "'");
        String orderId = first.open(reference);
        assertThat(second.open(reference)).isEqualTo(orderId);
        sandbox.pay(orderId);
        second.sweepUntil(() -> !events(reference).isEmpty());
        first.sweep();

        assertThat(events(reference)).containsExactly("OrderSucceeded");
    }

    private String paid(String reference) throws InterruptedException {
        String orderId = first.open(reference);
        sandbox.pay(orderId);
        first.sweepUntil(() -> !events(reference).isEmpty());
        return orderId;
    }

    private List<String> events(String reference) {
        return shop.postgres()
                .column("select event from shop_order where observer = 'cdi' and reference = '" + reference + "'");
    }

    private void awaitLock() throws InterruptedException {
        ShopProbe.await(
                "a statement that waits for the lock",
                () -> shop.postgres().count("select count(*) from pg_stat_activity where wait_event_type = 'Lock'")
                        > 0);
    }

    private int requests(String path) {
        return (int) sandbox.journal().requests().stream()
                .filter(request -> request.path().equals(path))
                .count();
    }

    private long refunds(String orderId) {
        return sandbox.journal().requests().stream()
                .filter(request -> isRefund(request, orderId))
                .count();
    }

    private static boolean isRefund(ReceivedRequest request, String orderId) {
        return request.method().equals("POST") && request.path().endsWith("/refund/" + orderId);
    }

    private static boolean opensPayment(ReceivedRequest request) {
        return request.path().equals("/api/order/pay-info");
    }
}
