package net.aurpay.it.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.client.OrderStatus;
import net.aurpay.client.Transaction;
import net.aurpay.webhook.OrderUnderpaid;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ShortfallTest {
    private static final BigDecimal DUE = new BigDecimal("9.5008");

    @Test
    void missingIsWhatHasNotArrivedToTheLastDigit() {
        assertThat(Shortfall.of(event(DUE, Optional.of(payment(new BigDecimal("4.7504"))))))
                .contains(new Shortfall(new BigDecimal("4.7504"), new BigDecimal("4.7504"), "USDT-TRC20"));
    }

    @Test
    void nothingIsSaidIfNobodyKnowsOrNothingIsMissing() {
        assertThat(Shortfall.of(event(DUE, Optional.empty()))).isEmpty();
        assertThat(Shortfall.of(event(DUE, Optional.of(payment(null))))).isEmpty();
        assertThat(Shortfall.of(event(null, Optional.of(payment(DUE))))).isEmpty();
        assertThat(Shortfall.of(event(DUE, Optional.of(payment(DUE))))).isEmpty();
        assertThat(Shortfall.of(event(DUE, Optional.of(payment(BigDecimal.ZERO)))))
                .isEmpty();
    }

    private static OrderUnderpaid event(@Nullable BigDecimal due, Optional<Transaction> payment) {
        return new OrderUnderpaid(
                Optional.empty(),
                "A1",
                Optional.empty(),
                Map.<String, List<String>>of(),
                Instant.EPOCH,
                Optional.empty(),
                Optional.of(order(due)),
                payment);
    }

    private static Order order(@Nullable BigDecimal due) {
        return new Order(
                null,
                "42",
                null,
                null,
                OrderStatus.PARTIAL,
                "TRX",
                null,
                due,
                "USDT-TRC20",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    private static Transaction payment(@Nullable BigDecimal amount) {
        return new Transaction(null, "7", null, null, "TRX", amount, "USDT-TRC20", null, null, null, null, null, null);
    }
}
