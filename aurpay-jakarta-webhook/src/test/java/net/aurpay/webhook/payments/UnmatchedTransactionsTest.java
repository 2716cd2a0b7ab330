package net.aurpay.webhook.payments;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.client.Page;
import net.aurpay.client.Transaction;
import net.aurpay.client.TransactionQuery;
import net.aurpay.client.TransactionType;
import net.aurpay.webhook.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UnmatchedTransactionsTest {
    private static final Order ORDER = Sample.order(Map.of("status", "PARTIAL"));
    private static final Instant CREATED = Objects.requireNonNull(ORDER.createTime());
    private static final Transaction FITTING = transaction(TransactionType.UNKOWN, "BTC", CREATED, ORDER.toAddress());

    @Test
    void findsTheOnlyOneThatFits() {
        Transaction spelledRight = transaction(TransactionType.UNKNOWN, "BTC", CREATED, ORDER.toAddress());

        assertThat(find(FITTING)).contains(FITTING);
        assertThat(find(spelledRight)).contains(spelledRight);
        assertThat(find()).isEmpty();
        assertThat(find(FITTING, FITTING)).isEmpty();
        assertThat(find(FITTING, spelledRight)).isEmpty();
    }

    @Test
    void leavesOutWhatIsForAnotherAddressCurrencyOrTime() {
        assertThat(find(
                        FITTING,
                        transaction(TransactionType.UNKOWN, "BTC", CREATED, "another"),
                        transaction(TransactionType.UNKOWN, "BTC", CREATED, null),
                        transaction(TransactionType.UNKOWN, "ETH", CREATED, ORDER.toAddress()),
                        transaction(TransactionType.UNKOWN, "BTC", CREATED.minusSeconds(1), ORDER.toAddress()),
                        transaction(TransactionType.UNKOWN, "BTC", null, ORDER.toAddress())))
                .contains(FITTING);
    }

    /** Aurpay may read the time of a query in a zone other than UTC. */
    @Test
    void asksForADayMoreAndForTheOrdersCurrency() {
        List<TransactionQuery> asked = new ArrayList<>();
        new UnmatchedTransactions(query -> {
                    asked.add(query);
                    return page(1, List.of());
                })
                .of(ORDER);

        assertThat(asked)
                .extracting(TransactionQuery::type)
                .containsExactly(TransactionType.UNKOWN, TransactionType.UNKNOWN);
        assertThat(asked).allSatisfy(query -> {
            assertThat(query.eventFrom()).isEqualTo(CREATED.minus(Duration.ofDays(1)));
            assertThat(query.chain()).isEqualTo("BTC");
            assertThat(query.currency()).isEqualTo("BTC");
        });
    }

    @Test
    void isSilentIfThereAreMoreThanFitOnAPage() {
        assertThat(new UnmatchedTransactions(query -> page(2, List.of(FITTING))).of(ORDER))
                .isEmpty();
    }

    @Test
    void doesNotFailIfAurpayDoes() {
        assertThat(new UnmatchedTransactions(query -> {
                            throw AurpayException.builder("busy").build();
                        })
                        .of(ORDER))
                .isEmpty();
    }

    @Test
    void asksForNothingIfTheOrderIsNotUnderpaid() {
        assertThat(new UnmatchedTransactions(query -> {
                            throw new AssertionError("asked");
                        })
                        .of(Sample.order(Map.of("status", "SUCCESS"))))
                .isEmpty();
    }

    private static Optional<Transaction> find(Transaction... listed) {
        return Sample.transactions(List.of(listed)).of(ORDER);
    }

    private static Page<Transaction> page(int pages, List<Transaction> items) {
        return new Page<>(1, 100, items.size(), pages, items);
    }

    private static Transaction transaction(
            TransactionType type, String currency, @Nullable Instant time, @Nullable String address) {
        return new Transaction(
                null, "1", type, null, "BTC", BigDecimal.ONE, currency, null, null, null, address, null, time);
    }
}
