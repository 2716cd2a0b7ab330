package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import jakarta.json.JsonObject;
import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingTest {
    private static final Instant NOON = Instant.parse("2030-01-01T12:00:00.700Z");

    private final Sandbox sandbox = Sandbox.start(
            SandboxOptions.defaults().clock(Clock.fixed(NOON, ZoneOffset.UTC)).retryPauses(List.of()));
    private final Merchant merchant = new Merchant(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    /** Orders at 12:00:00, 12:00:00, 12:00:10 and 12:00:20; the second one is paid. */
    @ParameterizedTest
    @CsvSource({
        "st=2030-01-01T12:00:00,4",
        "st=2030-01-01T12:00:01,2",
        "st=2030-01-01T12:00:00&et=2030-01-01T12:00:00,2",
        "st=2030-01-01T12:00:10&et=2030-01-01T12:00:20,2",
        "st=2030-01-01T12:00:20&et=2030-01-01T12:00:10,0",
        "st=2030-01-01T12:00:00&et=2030-01-01T12:00:10&status=SUCCESS,1",
        "st=2030-01-01T12:00:00&status=PENDING,3",
        "st=2030-01-01T12:00:00&currency=ETH,0",
        "st=2030-01-01T12:00:00&order_type=INVOICE,0"
    })
    void ordersAreFilteredByCreationTimeAndStatus(String query, int expected) {
        merchant.order(Merchant.NOWHERE);
        sandbox.pay(merchant.order(Merchant.NOWHERE));
        sandbox.clock().advance(Duration.ofSeconds(10));
        merchant.order(Merchant.NOWHERE);
        sandbox.clock().advance(Duration.ofSeconds(10));
        merchant.order(Merchant.NOWHERE);

        assertThat(list(query).getInt("total")).isEqualTo(expected);
    }

    @Test
    void pageContainsAtMostOneHundredOrdersNewestFirst() {
        sandbox.addOrders(250);
        String range = "st=2020-01-01T00:00:00&et=2020-12-31T00:00:00";

        JsonObject last = list(range + "&size=100&page=3");

        assertThat(last.getInt("total")).isEqualTo(250);
        assertThat(last.getInt("max_page")).isEqualTo(3);
        assertThat(ids(last)).hasSize(50).endsWith("20200101000000000000");
        assertThat(ids(list(range + "&size=100&page=2")))
                .hasSize(100)
                .startsWith("20200101000000000149")
                .endsWith("20200101000000000050");
        assertThat(ids(list(range + "&size=100&page=4"))).isEmpty();
        assertThat(ids(list(range + "&page=2147483647&size=100"))).isEmpty();
        for (String wrong : List.of("size=0", "size=101", "page=0", "st=2020-01-01")) {
            assertThat(merchant.get("/api/v2/order/?" + wrong).statusCode()).isEqualTo(422);
        }
    }

    @Test
    void transactionsAreSortedAndFilteredByTime() {
        for (int i = 0; i < 3; i++) {
            sandbox.pay(merchant.order(Merchant.NOWHERE));
            sandbox.overpay(merchant.order(Merchant.NOWHERE));
            sandbox.clock().advance(Duration.ofSeconds(10));
        }
        String query = "/api/v2/tx?type=ORDER&st=2030-01-01T12:00:00&et=2030-01-01T12:00:10";

        List<JsonObject> newest = transactions(query);

        assertThat(newest).hasSize(4).isSortedAccordingTo((a, b) -> b.getString("event_time")
                .compareTo(a.getString("event_time")));
        assertThat(transactions(query + "&sort=asc"))
                .containsExactly(newest.get(3), newest.get(2), newest.get(1), newest.get(0));
    }

    @Test
    void orderOfAPaymentUrlIsListedOnceItsCurrencyIsChosen() {
        String url = Merchant.data(merchant.post("/api/order/pay-url", "{\"price\":12.34,\"currency\":\"EUR\"}"))
                .getString("pay_url");
        assertThat(list("st=2030-01-01T00:00:00").getInt("total")).isZero();

        merchant.post(
                "/sandbox/choices/" + url.substring(url.indexOf("token=") + "token=".length()),
                "{\"chain\":\"ETH\",\"currency\":\"USDT-ERC20\"}");

        assertThat(list("st=2030-01-01T00:00:00").getJsonArray("data").getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(order -> {
                    assertThat(order.getString("status")).isEqualTo("PENDING");
                    assertThat(order.getString("vs_price")).isEqualTo("12.34");
                    assertThat(order.getString("vs_currency")).isEqualTo("EUR");
                    assertThat(order.getString("chain")).isEqualTo("ETH");
                    assertThat(order.getString("currency")).isEqualTo("USDT-ERC20");
                    assertThat(order.getString("create_time")).isEqualTo("2030-01-01T12:00:00");
                });
    }

    /** Measures memory rather than time, because a test must not fail on a slow machine. */
    @Test
    void listOfOneHundredThousandOrdersIsNotCopiedForAPage() {
        Ledger ledger = new Ledger(Clock.systemUTC());
        SandboxOrder model = new Recordings()
                .orders("mct").stream()
                        .filter(order -> order.orderId().equals(Recordings.REFUND_ORDER))
                        .findFirst()
                        .orElseThrow();
        ledger.addAll(Recordings.paidOrders(model, 100_000));
        String narrow = "st=2020-01-01T01:00:00&et=2020-01-01T01:00:59&status=SUCCESS&size=10";
        page(ledger, "size=10");
        page(ledger, narrow);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long start = threads.getCurrentThreadAllocatedBytes();
        JsonObject all = page(ledger, "size=10&page=10000");
        long forAll = threads.getCurrentThreadAllocatedBytes() - start;
        JsonObject minute = page(ledger, narrow);
        long forMinute = threads.getCurrentThreadAllocatedBytes() - start - forAll;

        assertThat(all.getInt("total")).isEqualTo(100_000);
        assertThat(ids(all)).hasSize(10).endsWith("20200101000000000000");
        assertThat(minute.getInt("total")).isEqualTo(60);
        // 100,000 references alone are 400,000 bytes
        assertThat(forAll).isLessThan(200_000);
        assertThat(forMinute).isLessThan(200_000);
    }

    private JsonObject list(String query) {
        return Merchant.data(merchant.get("/api/v2/order/?" + query));
    }

    private List<JsonObject> transactions(String target) {
        return Merchant.data(merchant.get(target)).getJsonArray("data").getValuesAs(JsonObject.class);
    }

    private static JsonObject page(Ledger ledger, String query) {
        return Listing.orders(ledger, "mct", new Parameters(query)).asJsonObject();
    }

    private static List<String> ids(JsonObject page) {
        return page.getJsonArray("data").getValuesAs(JsonObject.class).stream()
                .map(order -> order.getString("order_id"))
                .toList();
    }
}
