package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RequestCountsTest {
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Merchant merchant = new Merchant(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void requestsAreCountedByOperation() {
        String orderId = merchant.order(Merchant.NOWHERE);
        merchant.get("/api/v2/order/?page=1");
        merchant.get("/api/v2/order/?page=2");
        merchant.get("/api/v2/order/detail/" + orderId);
        merchant.get("/api/v2/order/refund-info/" + orderId);
        merchant.post("/api/v2/order/refund/" + orderId, "");
        merchant.get("/api/v2/order");

        Map<String, Integer> expected = Map.of(
                "POST /api/order/pay-info", 1,
                "GET /api/v2/order/", 2,
                "GET /api/v2/order/detail/{order_id}", 1,
                "GET /api/v2/order/refund-info/{order_id}", 1,
                "POST /api/v2/order/refund/{order_id}", 1,
                "other", 1);
        assertThat(sandbox.requestCounts().all()).isEqualTo(expected);
        assertThat(Merchant.parse(merchant.get("/sandbox/requests")).toString()).contains("\"GET /api/v2/order/\":2");
        assertThat(Merchant.parse(merchant.post("/sandbox/requests/reset", "")).asJsonObject())
                .hasSameSizeAs(expected);
        assertThat(sandbox.requestCounts().of("GET /api/v2/order/")).isZero();
        assertThat(merchant.get("/sandbox/requests").body()).isEqualTo("{}");
    }
}
