package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SandboxClockTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().retryPauses(List.of()));
    private final Merchant merchant = new Merchant(sandbox);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void ordersBecomeOverdueWhenTheClockIsMoved() throws Exception {
        String orderId = merchant.order(Merchant.NOWHERE);
        String paid = merchant.order(Merchant.NOWHERE);
        String partial = merchant.order(Merchant.NOWHERE);
        sandbox.pay(paid);
        sandbox.underpay(partial);

        forward("PT29M");
        assertThat(merchant.status(orderId)).isEqualTo("PENDING");
        forward("PT71H31M");

        assertThat(merchant.status(orderId)).isEqualTo("OVERDUE");
        assertThat(Duration.between(time(orderId, "create_time"), time(orderId, "update_time")))
                .isBetween(Duration.ofMinutes(30), Duration.ofMinutes(31));
        assertThat(merchant.status(paid)).isEqualTo("SUCCESS");
        assertThat(merchant.status(partial)).isEqualTo("PARTIAL");
        sandbox.callbacks().await(attempt -> attempt.orderId().equals(orderId), PATIENCE);
    }

    @Test
    void newOrdersHaveTheMovedTime() {
        forward("P3D");

        String orderId = merchant.order(Merchant.NOWHERE);

        Instant moved = Instant.now().plus(Duration.ofDays(3));
        assertThat(time(orderId, "create_time")).isBetween(moved.minus(PATIENCE), moved);
        assertThat(orderId)
                .startsWith(merchant.detail(orderId).getString("create_time").replaceAll("[-T:]", ""));
        sandbox.pay(orderId);
        assertThat(Instant.parse(merchant.transactions("ORDER").get(0).getString("event_time") + "Z"))
                .isBetween(moved.minus(PATIENCE), moved.plus(PATIENCE));
        assertThat(sandbox.clock().ahead()).isEqualTo(Duration.ofDays(3));
        assertThat(merchant.get("/sandbox/clock").body()).contains("\"ahead\":\"PT72H\"");
    }

    @Test
    void requestsAndCallbacksAreDatedByTheRealClock() throws Exception {
        forward("P3D");
        String date = Instant.now().toString();
        String target = "/api/v2/tx";
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(sandbox.url() + target))
                .header("API-Token", sandbox.keys().apiToken())
                .header("Algorithm", "HMAC-SHA256")
                .header("Date", date)
                .header("Body-MD5", "")
                .header(
                        "Signature",
                        Signatures.hmac(
                                "HMAC-SHA256",
                                sandbox.keys().secretKey(),
                                "HMAC-SHA256 | " + date + " | GET " + target));
        assertThat(Merchant.code(HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString())))
                .isZero();

        String orderId = merchant.order(Merchant.NOWHERE);
        sandbox.pay(orderId);

        assertThat(sandbox.callbacks()
                        .await(attempt -> attempt.orderId().equals(orderId), PATIENCE)
                        .time())
                .isBetween(Instant.now().minus(PATIENCE), Instant.now());
    }

    @Test
    void clockMovesForwardOnly() {
        for (String wrong : List.of("PT0S", "-PT1S", "P4000000D")) {
            assertThat(merchant.post("/sandbox/clock", "{\"forward\":\"" + wrong + "\"}")
                            .statusCode())
                    .isEqualTo(422);
        }
        assertThatIllegalArgumentException()
                .isThrownBy(() -> sandbox.clock().advance(Duration.ofSeconds(-1)))
                .withMessageContaining("<PT-1S>");
        assertThat(sandbox.clock().ahead()).isZero();
    }

    private void forward(String duration) {
        assertThat(merchant.post("/sandbox/clock", "{\"forward\":\"" + duration + "\"}")
                        .statusCode())
                .isEqualTo(200);
    }

    private Instant time(String orderId, String field) {
        return LocalDateTime.parse(merchant.detail(orderId).getString(field)).toInstant(ZoneOffset.UTC);
    }
}
