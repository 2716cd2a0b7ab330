package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.SandboxResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that, with {@code aurpay.webhook.confirm}, an order is looked up before its event is fired. */
@Tag("guide")
@ExtendWith(Shared.class)
class ConfirmationIT {
    private final ShopProbe shop;

    ConfirmationIT(GuidedShop guided) {
        shop = guided.confirming();
    }

    @AfterEach
    void repair() {
        shop.sandbox().faults().clear();
    }

    @Test
    void successHasTheOrderAndTellsWhetherItCoversThePrice() throws Exception {
        String orderId = shop.create("confirmed", true);

        assertThat(shop.pay(orderId).status()).isEqualTo(200);

        assertThat(shop.rows("confirmed")).hasSize(2);
        assertThat(shop.postgres()
                        .count("select count(*) from shop_order where covered and order_id = '" + orderId + "'"))
                .isEqualTo(2);
    }

    @Test
    void unreachableAurpayIs503AndTheRetryIsProcessed() throws Exception {
        String orderId = shop.create("unreachable", true);
        shop.sandbox().faults().next(10_000, request -> isLookUp(request, orderId), Fault.html(502));

        assertThat(shop.pay(orderId).status()).isEqualTo(503);
        assertThat(shop.rows("unreachable")).isEmpty();
        assertThat(shop.inboxRows("unreachable")).isZero();

        shop.sandbox().faults().clear();
        shop.awaitStatus(orderId, 200);
        assertThat(shop.rows("unreachable")).hasSize(2);
        assertThat(shop.sandbox().callbacks().of(orderId))
                .allSatisfy(attempt -> assertThat(attempt.status()).isIn(503, 200));
    }

    @ParameterizedTest
    @CsvSource({
        "none,SUCCEEDED,503",
        "none,TIMED_OUT,503",
        "pay,SUCCEEDED,200",
        "pay,TIMED_OUT,409",
        "underpay,SUCCEEDED,503",
        "underpay,TIMED_OUT,200",
        "underpay resolve,SUCCEEDED,200",
        "underpay resolve,TIMED_OUT,409",
        "expire,SUCCEEDED,409",
        "expire,TIMED_OUT,200",
        "pay refund,SUCCEEDED,409"
    })
    void statusMustFitTheCallback(String steps, String kind, int status) {
        silenceSandbox();
        String reference = "states-" + steps.replace(' ', '-') + kind;
        String orderId = shop.create(reference, true);
        for (String step : steps.split(" ", -1)) {
            switch (step) {
                case "pay" -> shop.sandbox().pay(orderId);
                case "underpay" -> shop.sandbox().underpay(orderId);
                case "resolve" -> shop.sandbox().resolve(orderId);
                case "expire" -> shop.sandbox().expire(orderId);
                case "refund" -> shop.sandbox().refund(orderId);
                default -> assertThat(step).isEqualTo("none");
            }
        }

        assertThat(send(orderId, kind, orderId)).isEqualTo(status);
        assertThat(shop.rows(reference)).hasSize(status == 200 ? 2 : 0);
        assertThat(shop.inboxRows(reference)).isEqualTo(status == 200 ? 1 : 0);
    }

    @Test
    void getWithoutAnOrderIdIs409() {
        String orderId = paid("get");

        assertThat(shop.succeeded(orderId)).isEqualTo(409);
        assertThat(shop.rows("get")).isEmpty();
    }

    @Test
    void orderThatAurpayDoesNotKnowIs409() {
        assertThat(send(paid("unknown-order"), "SUCCEEDED", "20200101999999999999"))
                .isEqualTo(409);
        assertThat(shop.rows("unknown-order")).isEmpty();
    }

    /** The cause may be our own credentials or a proxy: such a response says nothing about the order. */
    @ParameterizedTest
    @CsvSource({
        "200,401",
        "200,403",
        "200,408",
        "200,429",
        "200,500",
        "401,401",
        "403,",
        "404,",
        "200,",
        "200,50001",
        "400,50001",
        "200,99999",
        "200,-1",
        "200,40101",
        "200,40301",
        "200,40801",
        "200,42901",
        "500,40401"
    })
    void responseThatSaysNothingAboutTheOrderIs503AndTheRetryIsProcessed(int status, Integer code) {
        String reference = "says-nothing-" + status + "-" + code;
        String orderId = paid(reference);
        String body = code == null ? "{}" : "{\"code\":" + code + ",\"message\":\"no\"}";
        shop.sandbox()
                .faults()
                .next(
                        10,
                        request -> isLookUp(request, orderId),
                        Fault.instead(SandboxResponse.of(status, "application/json", body)));

        assertThat(send(orderId, "SUCCEEDED", orderId)).isEqualTo(503);
        assertThat(shop.rows(reference)).isEmpty();

        shop.sandbox().faults().clear();
        assertThat(send(orderId, "SUCCEEDED", orderId)).isEqualTo(200);
    }

    @Test
    void orderOfAnotherUserIs409() {
        String orderId = paid("foreign");
        String foreign = "{\"code\":0,\"message\":\"success\",\"data\":{\"order_id\":\"" + orderId
                + "\",\"user_id\":\"mct-other\",\"status\":\"SUCCESS\"}}";
        shop.sandbox()
                .faults()
                .next(
                        1,
                        request -> isLookUp(request, orderId),
                        Fault.instead(SandboxResponse.of(200, "application/json", foreign)));

        assertThat(send(orderId, "SUCCEEDED", orderId)).isEqualTo(409);
        assertThat(shop.rows("foreign")).isEmpty();
        assertThat(send(orderId, "SUCCEEDED", orderId))
                .as("the user's own order")
                .isEqualTo(200);
    }

    /** Otherwise, somebody who has seen one callback could use one order to pay for several purchases. */
    @Test
    void oneOrderConfirmsOnePayment() {
        String first = paid("confirms-first");
        String second = shop.create("confirms-second", true);

        assertThat(send(first, "SUCCEEDED", first)).isEqualTo(200);
        assertThat(send(second, "SUCCEEDED", first)).isEqualTo(409);
        assertThat(send(first, "SUCCEEDED", first))
                .as("the same callback again")
                .isEqualTo(200);

        assertThat(shop.rows("confirms-first")).hasSize(2);
        assertThat(shop.rows("confirms-second")).isEmpty();
    }

    private String paid(String reference) {
        silenceSandbox();
        String orderId = shop.create(reference, true);
        shop.sandbox().pay(orderId);
        return orderId;
    }

    /** Keeps the sandbox from sending callbacks: the test sends them itself. */
    private void silenceSandbox() {
        shop.sandbox().callbackPlan(CallbackPlan.NORMAL.delay(Duration.ofHours(1)));
    }

    /** Sends a callback to the URL of one order's payment, with a body that names an order. */
    private int send(String payment, String kind, String named) {
        return shop.send(shop.signed(payment, kind).withBody("{\"order_id\":\"" + named + "\"}"));
    }

    private static boolean isLookUp(ReceivedRequest request, String orderId) {
        return request.method().equals("GET") && request.path().contains(orderId);
    }
}
