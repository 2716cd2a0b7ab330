package net.aurpay.it.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.aurpay.it.shop.Purchase.State;
import org.junit.jupiter.api.Test;

class PurchasesTest {
    private final Purchases purchases = new Purchases();
    private final String reference =
            purchases.add(Seller.SHOP, "Mug", BigDecimal.TEN).reference();

    @Test
    void listsNewestFirst() {
        purchases.add(Seller.SHOP, "Mug", BigDecimal.ONE);

        assertThat(purchases.latest(2)).extracting(Purchase::price).containsExactly(BigDecimal.ONE, BigDecimal.TEN);
        assertThat(purchases.latest(1)).hasSize(1);
    }

    @Test
    void repeatedEventChangesNothing() {
        purchases.paid(reference);
        purchases.paid(reference);

        assertThat(state()).isEqualTo(State.PAID);
    }

    @Test
    void paidPurchaseDoesNotExpire() {
        purchases.paid(reference);
        purchases.expired(reference);

        assertThat(state()).isEqualTo(State.PAID);
    }

    @Test
    void latePaymentMakesAnExpiredPurchasePaid() {
        purchases.expired(reference);
        assertThat(state()).isEqualTo(State.EXPIRED);

        purchases.paid(reference);
        purchases.paid(reference);

        assertThat(state()).isEqualTo(State.PAID_LATE);
    }

    @Test
    void underpaidPurchaseStaysUnderpaidUntilItIsPaid() {
        purchases.underpaid(reference, Optional.empty());
        purchases.expired(reference);
        purchases.opened(reference);
        assertThat(state()).isEqualTo(State.UNDERPAID);

        purchases.paid(reference);
        purchases.underpaid(reference, Optional.empty());

        assertThat(state()).isEqualTo(State.PAID);
    }

    @Test
    void partOfTheMoneyMayComeLate() {
        purchases.expired(reference);
        purchases.underpaid(reference, Optional.empty());

        assertThat(state()).isEqualTo(State.UNDERPAID);
    }

    @Test
    void purchaseThatWasPaidLateIsRefundable() {
        purchases.expired(reference);
        purchases.paid(reference);
        purchases.orderedAs(reference, "42");

        assertThat(purchases.refunding(reference)).contains("42");
    }

    /** The exception makes the server answer the callback 500; Aurpay retries it, and by then the purchase may be stored. */
    @Test
    void throwsOnAnEventForAnUnknownPurchase() {
        assertThatIllegalStateException()
                .isThrownBy(() -> purchases.paid("not committed yet"))
                .withMessage("no purchase <not committed yet>");
        assertThatIllegalStateException().isThrownBy(() -> purchases.expired("not committed yet"));
        assertThatIllegalStateException().isThrownBy(() -> purchases.underpaid("not committed yet", Optional.empty()));
        assertThatIllegalStateException().isThrownBy(() -> purchases.orderedAs("not committed yet", "42"));
    }

    /** The purchase has two payment URLs: one was paid, and then the other timed out. */
    @Test
    void refundedPurchaseDoesNotExpire() {
        purchases.paid(reference);
        purchases.orderedAs(reference, "42");
        purchases.refunding(reference);

        purchases.expired(reference);

        assertThat(state()).isEqualTo(State.REFUNDING);
    }

    @Test
    void rejectsPaymentsToTheAccountOfAnotherSeller() {
        String ofNorth = purchases.add(Seller.NORTH, "Mug", BigDecimal.TEN).reference();
        purchases.requirePaidTo(Optional.empty(), reference);
        purchases.requirePaidTo(Optional.of("north"), ofNorth);

        assertThatIllegalStateException()
                .isThrownBy(() -> purchases.requirePaidTo(Optional.of("north"), reference))
                .withMessage("purchase <" + reference + "> is not to be paid to the account <north>");
        assertThatIllegalStateException().isThrownBy(() -> purchases.requirePaidTo(Optional.empty(), ofNorth));
    }

    @Test
    void keepsOnlyTheLatestThousand() {
        for (int i = 0; i < 1000; i++) {
            purchases.add(Seller.SHOP, "Mug", BigDecimal.ONE);
        }

        assertThat(purchases.find(reference)).isEmpty();
        assertThat(purchases.latest(2000)).hasSize(1000);
    }

    @Test
    void onlyAnOpenPurchaseIsOpened() {
        purchases.opened(reference);
        assertThat(state()).isEqualTo(State.OPENED);

        purchases.expired(reference);
        purchases.opened(reference);

        assertThat(state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void isRefundedOnlyOnceAndOnlyWithAnOrderId() {
        purchases.paid(reference);
        assertThat(purchases.refunding(reference)).isEmpty();

        purchases.orderedAs(reference, "42");

        assertThat(purchases.refunding(reference)).contains("42");
        assertThat(purchases.refunding(reference)).isEmpty();
        assertThat(state()).isEqualTo(State.REFUNDING);
    }

    @Test
    void rejectedRefundMayBeRequestedAgain() {
        purchases.paid(reference);
        purchases.orderedAs(reference, "42");
        purchases.refunding(reference);

        purchases.notRefunded(reference);

        assertThat(steps()).containsExactly(State.CREATED, State.PAID);
        assertThat(purchases.refunding(reference)).contains("42");
    }

    @Test
    void knowsWhatHasHappenedAndWhatHasNot() {
        purchases.expired(reference);
        purchases.paid(reference);
        purchases.orderedAs(reference, "42");
        purchases.paid(reference);
        purchases.refunding(reference);
        purchases.refunded(reference);
        purchases.refunded(reference);

        assertThat(steps())
                .containsExactly(State.CREATED, State.EXPIRED, State.PAID_LATE, State.REFUNDING, State.REFUNDED);
        assertThat(purchases.find(reference).orElseThrow().steps())
                .extracting(Step::time)
                .isSorted();
    }

    @Test
    void keepsWhatIsMissing() {
        Shortfall half = new Shortfall(BigDecimal.ONE, BigDecimal.TEN, "BTC");
        purchases.underpaid(reference, Optional.of(half));
        purchases.underpaid(reference, Optional.empty());

        assertThat(purchases.find(reference).orElseThrow().shortfall()).isEqualTo(half);
    }

    @Test
    void refundedPurchaseStaysRefunded() {
        purchases.refunded(reference);
        purchases.paid(reference);
        purchases.expired(reference);
        purchases.notRefunded(reference);

        assertThat(state()).isEqualTo(State.REFUNDED);
    }

    private List<State> steps() {
        return purchases.find(reference).orElseThrow().steps().stream()
                .map(Step::state)
                .toList();
    }

    private State state() {
        return purchases.find(reference).orElseThrow().state();
    }
}
