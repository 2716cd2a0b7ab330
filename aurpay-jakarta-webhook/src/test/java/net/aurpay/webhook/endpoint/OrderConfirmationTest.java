package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.Optional;
import java.util.function.Function;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.json.JsonBinding;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderConfirmationTest {
    /** Only a code and an HTTP status that both speak of the order reject a callback; all others let Aurpay try again. */
    @ParameterizedTest
    @CsvSource({
        "400, 200, true",
        "404, 404, true",
        "499, 499, true",
        "40000, 200, true",
        "40400, 404, true",
        "49999, 400, true",
        "399, 200, false",
        "500, 200, false",
        "39999, 200, false",
        "50000, 200, false",
        "404000, 200, false",
        "401, 200, false",
        "403, 200, false",
        "408, 200, false",
        "429, 200, false",
        "40100, 200, false",
        "404, 500, false",
        "404, 399, false",
        "404, 401, false",
        "404, 429, false",
        "404, 0, false"
    })
    void rejectsOnlyIfAurpayRejectedTheOrder(int code, int httpStatus, boolean rejected) {
        AurpayException failure =
                AurpayException.builder("no").code(code).httpStatus(httpStatus).build();
        OrderConfirmation confirmation = confirmation(id -> {
            throw failure;
        });

        if (rejected) {
            assertThatThrownBy(() -> confirmation.confirm(CallbackKind.SUCCEEDED, Sample.ORDER_ID))
                    .isInstanceOfSatisfying(OrderNotConfirmedException.class, e -> assertThat(e.reason())
                            .isEqualTo(RejectionReason.ORDER_UNKNOWN))
                    .hasCause(failure);
        } else {
            assertThatThrownBy(() -> confirmation.confirm(CallbackKind.SUCCEEDED, Sample.ORDER_ID))
                    .isInstanceOf(RetryLaterException.class)
                    .hasMessageContaining("cannot be looked up")
                    .hasCause(failure);
        }
    }

    @Test
    void triesAgainLaterIfAurpayIsUnavailable() {
        AurpayException failure = AurpayException.builder("busy")
                .code(404)
                .httpStatus(200)
                .unavailable(true)
                .build();

        assertThatThrownBy(() -> confirmation(id -> {
                            throw failure;
                        })
                        .confirm(CallbackKind.SUCCEEDED, Sample.ORDER_ID))
                .isInstanceOf(RetryLaterException.class)
                .hasMessageContaining("cannot be reached");
    }

    @ParameterizedTest
    @EnumSource
    void rejectsAnOrderWithoutAStatus(CallbackKind kind) {
        JsonObject order = Json.createReader(new StringReader(Sample.resource("order.json")))
                .readObject();
        Order withoutStatus = JsonBinding.get()
                .read(
                        Order.class,
                        Json.createObjectBuilder(order).remove("status").build());

        assertThatThrownBy(() -> confirmation(id -> withoutStatus).confirm(kind, Sample.ORDER_ID))
                .isInstanceOfSatisfying(OrderNotConfirmedException.class, e -> assertThat(e.reason())
                        .isEqualTo(RejectionReason.ORDER_STATUS_UNFIT));
    }

    private static OrderConfirmation confirmation(Function<String, Order> lookUp) {
        return new OrderConfirmation(lookUp, Sample.noTransactions(), Optional.empty());
    }
}
