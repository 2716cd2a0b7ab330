package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CallbackLossesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults());
    private final Merchant merchant = new Merchant(sandbox);
    private final Set<String> received = ConcurrentHashMap.newKeySet();
    private HttpServer shop;

    @BeforeEach
    void start() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            received.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        shop.start();
    }

    @AfterEach
    void stop() {
        shop.stop(0);
        sandbox.close();
    }

    @Test
    void sameSeedLosesTheSameCallbacksAndExactlyTheirShare() {
        CallbackLosses losses = new CallbackLosses();
        CallbackLosses.Share share = new CallbackLosses.Share(30, 20, Duration.ofMinutes(1), 7);

        List<CallbackLosses.Fate> first = fates(losses, share);

        assertThat(Collections.frequency(first, CallbackLosses.Fate.LOST)).isEqualTo(60);
        assertThat(Collections.frequency(first, CallbackLosses.Fate.late(Duration.ofMinutes(1))))
                .isEqualTo(40);
        assertThat(Collections.frequency(first, CallbackLosses.Fate.IN_TIME)).isEqualTo(100);
        assertThat(first.subList(0, 100)).isNotEqualTo(first.subList(100, 200));
        assertThat(fates(losses, share)).isEqualTo(first);
        assertThat(fates(losses, new CallbackLosses.Share(30, 20, Duration.ofMinutes(1), 8)))
                .isNotEqualTo(first);
    }

    @Test
    void lostCallbackIsNeverSentAndTheLogShowsIt() throws Exception {
        losses("{\"lost\":100}");
        String orderId = merchant.order(shop("lost"));

        sandbox.pay(orderId);

        CallbackAttempt attempt = awaitAttempt(orderId);
        assertThat(attempt.lost()).isTrue();
        assertThat(attempt.last()).isTrue();
        assertThat(attempt.status()).isZero();
        assertThat(sandbox.callbacks().lost()).containsExactly(attempt);
        assertThat(Merchant.parse(merchant.get("/sandbox/callbacks"))
                        .asJsonArray()
                        .getValuesAs(JsonObject.class))
                .singleElement()
                .satisfies(json -> {
                    assertThat(json.getString("order_id")).isEqualTo(orderId);
                    assertThat(json.getString("url")).isEqualTo(shop("lost"));
                    assertThat(json.getBoolean("lost")).isTrue();
                });
        assertThat(received).isEmpty();

        sandbox.sendAgain(attempt.callback());

        sandbox.callbacks().await(sent -> sent.status() == 200, PATIENCE);
        assertThat(received).containsExactly("/lost");
    }

    @Test
    void shareOfTheCallbacksIsLost() throws Exception {
        losses("{\"lost\":30,\"seed\":7}");
        List<String> orders = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            orders.add(merchant.order(shop("share-" + i)));
        }

        orders.forEach(sandbox::pay);

        for (String orderId : orders) {
            assertThat(awaitAttempt(orderId).lost())
                    .isNotEqualTo(awaitAttempt(orderId).status() == 200);
        }
        assertThat(sandbox.callbacks().lost()).hasSize(30);
        assertThat(received).hasSize(70);
    }

    @Test
    void lateCallbackIsSentWhenItsTimeHasCome() throws Exception {
        losses("{\"late\":100,\"lateBy\":\"PT6H\"}");
        String orderId = merchant.order(shop("late"));
        sandbox.pay(orderId);
        sandbox.clock().advance(Duration.ofHours(5));
        String inTime = merchant.order(shop("in-time"));
        sandbox.callbackLosses().of(sandbox.order(inTime).key(), CallbackLosses.Fate.IN_TIME);
        sandbox.pay(inTime);
        assertThat(awaitAttempt(inTime).status()).isEqualTo(200);
        assertThat(sandbox.callbacks().of(orderId)).isEmpty();

        sandbox.clock().advance(Duration.ofHours(2));

        assertThat(awaitAttempt(orderId).status()).isEqualTo(200);
    }

    @Test
    void oneOrderHasLossesOfItsOwn() throws Exception {
        String lost = merchant.order(shop("lost"));
        String kept = merchant.order(shop("kept"));
        merchant.press(lost, "callback-losses", "{\"lost\":true}");
        sandbox.pay(lost);
        sandbox.pay(kept);
        assertThat(awaitAttempt(lost).lost()).isTrue();
        assertThat(awaitAttempt(kept).status()).isEqualTo(200);

        losses("{\"lost\":100}");
        String spared = merchant.order(shop("spared"));
        String late = merchant.order(shop("late"));
        merchant.press(spared, "callback-losses", "");
        merchant.press(late, "callback-losses", "{\"lateBy\":\"PT1H\"}");
        sandbox.pay(spared);
        sandbox.pay(late);

        assertThat(awaitAttempt(spared).status()).isEqualTo(200);
        assertThat(sandbox.callbacks().of(late)).isEmpty();
        sandbox.clock().advance(Duration.ofHours(2));
        assertThat(awaitAttempt(late).status()).isEqualTo(200);
    }

    @Test
    void nothingIsLostAfterTheFaultsAreCleared() throws Exception {
        losses("{\"lost\":100}");
        String orderId = merchant.order(shop("cleared"));
        sandbox.callbackLosses().of(sandbox.order(orderId).key(), CallbackLosses.Fate.LOST);

        merchant.post("/sandbox/faults/clear", "");

        sandbox.pay(orderId);
        assertThat(awaitAttempt(orderId).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"lost\":101}",
                "{\"lost\":-1}",
                "{\"lost\":60,\"late\":41}",
                "{\"late\":1,\"lateBy\":\"-PT1S\"}",
                "{\"late\":1,\"lateBy\":\"soon\"}",
                "{\"lateBy\":1}"
            })
    void impossibleShareIsUnprocessable(String body) {
        assertThat(merchant.post("/sandbox/callback-losses", body).statusCode()).isEqualTo(422);
        assertThat(sandbox.callbackLosses().share()).isEqualTo(CallbackLosses.Share.NONE);
    }

    private static List<CallbackLosses.Fate> fates(CallbackLosses losses, CallbackLosses.Share share) {
        losses.share(share);
        List<CallbackLosses.Fate> fates = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            fates.add(losses.next(new OrderKey("mct", "any")));
        }
        return fates;
    }

    private void losses(String body) {
        assertThat(merchant.post("/sandbox/callback-losses", body).statusCode()).isEqualTo(200);
    }

    private CallbackAttempt awaitAttempt(String orderId) throws Exception {
        return sandbox.callbacks().await(attempt -> attempt.orderId().equals(orderId), PATIENCE);
    }

    private String shop(String name) {
        return "http://127.0.0.1:" + shop.getAddress().getPort() + "/" + name;
    }
}
