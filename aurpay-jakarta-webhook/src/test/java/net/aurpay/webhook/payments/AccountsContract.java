package net.aurpay.webhook.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Payment;
import net.aurpay.webhook.AuditReport;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.SweepReport;
import net.aurpay.webhook.endpoint.LoggedLines;
import net.aurpay.webhook.inbox.AccountKey;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the payments of several accounts never meet, whatever they have in common. */
abstract class AccountsContract extends PaymentsFixture {
    /** The unnamed one, and names that a database without case would confuse. */
    private static final List<String> ACCOUNTS = List.of("", "north", "North", "south");

    TablePayments of(String account) {
        return account.isEmpty() ? payments : payments.forAccount(account);
    }

    private void openAll(String reference) {
        ACCOUNTS.forEach(account -> of(account).open(reference, REQUEST));
    }

    private OpenPayment rowOf(String account) {
        return rows().stream()
                .filter(row -> row.account().equals(account))
                .findFirst()
                .orElseThrow();
    }

    private void makeDue() {
        now = now.plus(LOOKS.after().get(0));
    }

    private List<Optional<String>> accountsOfEvents() {
        return events.stream().map(OrderEvent::account).toList();
    }

    @Test
    void equalReferencesOfSeveralAccountsAreDifferentPayments() {
        openAll("A1");
        openAll("A1");

        assertThat(rows()).extracting(OpenPayment::account).containsExactlyInAnyOrderElementsOf(ACCOUNTS);
        assertThat(rows())
                .extracting(OpenPayment::orderId)
                .containsOnly(row("20261123120000000001").orderId());
        assertThat(rows()).extracting(OpenPayment::openKey).doesNotHaveDuplicates();
        for (String account : ACCOUNTS) {
            assertThat(aurpay(account).created).hasValue(1);
            assertThat(rowOf(account).callbacks().succeeded().getPath())
                    .endsWith("/callbacks" + (account.isEmpty() ? "" : "/" + account) + "/succeeded");
            assertThat(rowOf(account).callbacks().timedOut().getPath())
                    .endsWith("/callbacks" + (account.isEmpty() ? "" : "/" + account) + "/timed-out");
        }
    }

    @Test
    void refundsTheOrderOfItsAccountOnly() {
        openAll("A1");
        String orderId = String.valueOf(rowOf("north").orderId());
        ACCOUNTS.forEach(account -> aurpay(account).states.put(orderId, "SUCCESS"));

        assertThat(of("north").refund(orderId).refunded()).isTrue();

        for (String account : ACCOUNTS) {
            boolean refunded = account.equals("north");
            assertThat(aurpay(account).refunds).hasSize(refunded ? 1 : 0);
            assertThat(rowOf(account).refund()).isEqualTo(refunded ? RefundStatus.ACCEPTED : RefundStatus.NONE);
        }
        assertThat(accountsOfEvents()).containsExactly(Optional.of("north"));
        assertThatThrownBy(() -> of("east").refund(orderId)).hasMessageContaining("belongs to no payment");
    }

    @Test
    void warningAboutARefundThatIsNeverMadeNamesTheAccount() {
        of("north").open("A1", REQUEST);
        String orderId = String.valueOf(rowOf("north").orderId());
        aurpay("north").states.put(orderId, "SUCCESS");
        aurpay("north").refundsAtOnce = false;
        of("north").refund(orderId);

        try (LoggedLines log = LoggedLines.of(PaymentSweep.class)) {
            for (int look = 0; look <= LOOKS.after().size(); look++) {
                now = now.plus(Duration.ofDays(40));
                payments.sweep(100);
            }

            assertThat(log.lines())
                    .singleElement()
                    .asString()
                    .startsWith("account <north>: order <" + orderId + "> is still SUCCESS");
        }
    }

    @Test
    void adoptsAPaymentOfItsAccountOnly() {
        ACCOUNTS.forEach(account -> of(account).open("A1", URL_REQUEST));
        String paymentId = rowOf("north").paymentId();
        String orderId = aurpay("south").payByUrl("18", "USD");

        for (String other : List.of("", "North", "south")) {
            assertThatThrownBy(() -> of(other).adopt(orderId, paymentId))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("there is no payment");
        }
        assertThat(of("south").adopt(orderId, rowOf("south").paymentId())).isEqualTo(SettlementResult.PAID);
        assertThat(accountsOfEvents()).containsExactly(Optional.of("south"));
    }

    @Test
    void auditsTheOrdersOfItsAccountOnly() {
        ACCOUNTS.forEach(account -> of(account).open("A1", URL_REQUEST));
        String unexplained = aurpay("north").payByUrl("18", "USD");
        String explained = aurpay("south").payByUrl("18", "USD");
        of("south").adopt(explained, rowOf("south").paymentId());

        AuditReport north = of("north").audit(now.minusSeconds(60), now.plusSeconds(60));

        assertThat(explained).isEqualTo(unexplained);
        assertThat(north.unexplained()).singleElement().satisfies(order -> assertThat(order.candidates())
                .singleElement()
                .satisfies(candidate -> assertThat(candidate.paymentId())
                        .isEqualTo(rowOf("north").paymentId())));
        assertThat(of("south").audit(now.minusSeconds(60), now.plusSeconds(60)).unexplained())
                .isEmpty();
        assertThat(of("North").audit(now.minusSeconds(60), now.plusSeconds(60)).paid())
                .isZero();
    }

    @Test
    void theUnnamedAccountSweepsAllOfThemWithTheirOwnCredentials() {
        openAll("A1");
        String orderId = String.valueOf(rowOf("north").orderId());
        aurpay("north").states.put(orderId, "SUCCESS");
        aurpay("south").states.put(orderId, "OVERDUE");
        makeDue();

        SweepReport report = payments.sweep(100);

        assertThat(report.looks()).isEqualTo(4);
        assertThat(report.paid()).isEqualTo(1);
        assertThat(report.expired()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
        assertThat(accountsOfEvents()).containsExactlyInAnyOrder(Optional.of("north"), Optional.of("south"));
        ACCOUNTS.forEach(account -> assertThat(aurpay(account).lookedUp).containsExactly(orderId));
        assertThat(rowOf("north").status().isPaid()).isTrue();
        assertThat(rowOf("North").status().isPaid()).isFalse();
    }

    @Test
    void aNamedAccountSweepsItsOwnOnly() {
        openAll("A1");
        makeDue();

        SweepReport report = of("north").sweep(100);

        assertThat(report.looks()).isEqualTo(1);
        assertThat(report.complete()).isTrue();
        assertThat(Stream.of("", "North", "south").map(this::aurpay).map(other -> other.lookedUp))
                .allMatch(List::isEmpty);
    }

    @Test
    void wrongCredentialsEndTheSweepOfTheirAccountOnly() {
        of("north").open("A1", REQUEST);
        of("north").open("A2", REQUEST);
        now = now.plusMillis(1);
        of("south").open("A1", REQUEST);
        aurpay("north").failure =
                AurpayException.builder("bad key").httpStatus(401).code(401).build();
        makeDue();

        SweepReport report = payments.sweep(2);

        assertThat(report.complete()).isFalse();
        assertThat(report.looks()).isEqualTo(2);
        assertThat(aurpay("north").lookedUp).hasSize(1);
        assertThat(aurpay("south").lookedUp).hasSize(1);
        assertThat(rows())
                .filteredOn(row -> row.account().equals("north"))
                .as("the one that was not looked up is due at once, the other when its claim is over")
                .areExactly(1, new Condition<>(row -> !row.due().isAfter(now), "due"));
        assertThat(of("north").sweep(5).complete()).isFalse();
    }

    @Test
    void manyPaymentsOfAnAccountWithWrongCredentialsKeepNoOtherWaiting() {
        for (int i = 0; i < 20; i++) {
            of("north").open("A" + i, REQUEST);
        }
        now = now.plusMillis(1);
        of("south").open("A1", REQUEST);
        aurpay("north").failure =
                AurpayException.builder("bad key").httpStatus(403).code(403).build();
        makeDue();

        payments.sweep(3);

        assertThat(aurpay("south").lookedUp).hasSize(1);
    }

    @Test
    void anAurpayThatIsNotAvailableEndsTheWholeSweep() {
        of("north").open("A1", REQUEST);
        now = now.plusMillis(1);
        of("south").open("A1", REQUEST);
        aurpay("north").failure = AurpayException.builder("not now")
                .httpStatus(503)
                .unavailable(true)
                .build();
        makeDue();

        SweepReport report = payments.sweep(100);

        assertThat(report.looks()).isEqualTo(1);
        assertThat(report.complete()).isFalse();
        assertThat(aurpay("south").lookedUp).isEmpty();
    }

    @Test
    void tooManyRequestsOfOneAccountDoNotStopTheOthers() {
        of("north").open("A1", REQUEST);
        now = now.plusMillis(1);
        of("south").open("A1", REQUEST);
        aurpay("north").failure = tooManyRequests();
        makeDue();

        assertThat(of("north").sweep(1).retryAfter()).contains(Duration.ofHours(1));
        now = now.plus(Duration.ofMinutes(59));
        SweepReport early = payments.sweep(100);
        now = now.plus(Duration.ofMinutes(1));
        payments.sweep(100);

        assertThat(early.looks()).isEqualTo(1);
        assertThat(early.complete()).isFalse();
        assertThat(aurpay("south").lookedUp).hasSize(1);
        assertThat(aurpay("north").lookedUp)
                .as("once at first, once after an hour")
                .hasSize(2);
    }

    @Test
    void tooManyRequestsOfASecondAccountEndTheSweep() {
        for (String account : List.of("north", "south", "West")) {
            of(account).open("A1", REQUEST);
            aurpay(account).failure = tooManyRequests();
            now = now.plusMillis(1);
        }
        makeDue();

        assertThat(payments.sweep(100).looks()).isEqualTo(2);
    }

    private static AurpayException tooManyRequests() {
        return AurpayException.builder("too many")
                .httpStatus(429)
                .unavailable(true)
                .retryAfter(Duration.ofHours(1))
                .build();
    }

    /** Missing credentials, of which Aurpay does not even hear; wrong ones; wrong ones by a code of five digits. */
    @ParameterizedTest
    @CsvSource({"0, -2147483648", "401, 401", "200, 40101"})
    void noLookIsUsedUpWithoutCredentials(int status, int code) {
        of("north").open("A1", REQUEST);
        of("north").open("A2", REQUEST);
        aurpay("north").failure = AurpayException.builder("no credentials")
                .httpStatus(status)
                .code(code)
                .build();
        for (Duration look : LOOKS.after()) {
            now = Sample.NOW.plus(look);
            payments.sweep(10);
        }
        assertThat(aurpay("north").lookedUp)
                .as("one request each")
                .hasSize(LOOKS.after().size());
        aurpay("north").failure = null;
        rows().forEach(row -> aurpay("north").states.put(String.valueOf(row.orderId()), "SUCCESS"));
        now = now.plus(Duration.ofDays(30));

        assertThat(payments.sweep(10).paid()).isEqualTo(2);
    }

    @Test
    void anAccountThatCannotBeLookedUpKeepsItsPaymentsForLater() {
        openAll("A1");
        makeDue();

        SweepReport report = sweepWithoutNorth(
                        AurpayException.builder("no database").unavailable(true).build())
                .sweep(SweptAccounts.all(), 100);

        assertThat(report.looks()).isEqualTo(3);
        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.complete()).isFalse();
        assertThat(rowOf("north").due()).isEqualTo(now.plus(Duration.ofMinutes(5)));
    }

    @Test
    void paymentsOfAnAccountThatWasRemovedAreGivenUpAtTheirLastLook() {
        openAll("A1");
        PaymentSweep sweep = sweepWithoutNorth(new IllegalArgumentException("there is no account <north>"));
        int failed = 0;
        for (Duration look : LOOKS.after()) {
            now = Sample.NOW.plus(look);
            failed += sweep.sweep(SweptAccounts.all(), 100).failed();
        }

        assertThat(failed).isEqualTo(LOOKS.after().size());
        assertThat(rowOf("north").due()).isEqualTo(OpenPayment.NEVER);
    }

    private PaymentSweep sweepWithoutNorth(RuntimeException failure) {
        return new PaymentSweep(
                table,
                transaction,
                account -> {
                    if (account.equals("north")) {
                        throw failure;
                    }
                    return access(account);
                },
                LOOKS,
                () -> now);
    }

    /** The keys of the unnamed account are those of the text alone. */
    @Test
    void noReferenceOfTheUnnamedAccountReachesAPaymentOfANamedOne() {
        of("north").open("A1", REQUEST);
        String reference = "\nnorth\nA1";

        assertThatThrownBy(() -> payments.open(reference, REQUEST)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> payments.openAnother(reference, REQUEST)).isInstanceOf(IllegalArgumentException.class);
        assertThat(aurpay("").lookedUp).isEmpty();
        assertThat(rows()).hasSize(1);
    }

    @Test
    void urlOfANamedAccountIsNotOfTheUnnamedOneAtAnyBase() {
        payments.open("A1", REQUEST);
        String orderId = String.valueOf(rowOf("").orderId());
        aurpay("").states.put(orderId, "SUCCESS");
        String query = "?reference=A1&payment=" + "a".repeat(32);
        for (String path : List.of("/north", "/pay")) {
            String base = "https://old.example.com/shop" + path;
            Callbacks callbacks = new Callbacks(
                    URI.create(base + "/succeeded" + query), URI.create(base + "/timed-out" + query), false);
            if (path.equals("/pay")) {
                assertThat(settlement("").settle(callbacks, orderId)).isEqualTo(SettlementResult.PAID);
            } else {
                assertThatThrownBy(() -> settlement("").settle(callbacks, orderId))
                        .isInstanceOf(IllegalArgumentException.class);
            }
        }
    }

    @Test
    void settlesEachAccountsOrderAlthoughPaymentAndOrderHaveTheSameIds() {
        Payment payment = payments.open("A1", REQUEST);
        String orderId = String.valueOf(payment.orderId());
        String query = "?" + rowOf("").callbacks().succeeded().getRawQuery();
        for (String account : ACCOUNTS) {
            aurpay(account).states.put(orderId, "SUCCESS");
            String base = Sample.BASE + (account.isEmpty() ? "" : "/" + account);
            Callbacks callbacks = new Callbacks(
                    URI.create(base + "/succeeded" + query), URI.create(base + "/timed-out" + query), false);
            for (String other : ACCOUNTS) {
                if (!other.equals(account)) {
                    assertThatThrownBy(() -> settlement(other).settle(callbacks, orderId))
                            .isInstanceOf(IllegalArgumentException.class)
                            .hasMessageContaining("for this account");
                }
            }
            for (SettlementResult result : List.of(SettlementResult.PAID, SettlementResult.ALREADY_PROCESSED)) {
                assertThat(settlement(account).settle(callbacks, orderId)).isEqualTo(result);
            }
            // Each kind of event has its own key.
            aurpay(account).states.put(orderId, "REFUNDED");
            assertThat(settlement(account).settle(callbacks, orderId)).isEqualTo(SettlementResult.REFUNDED);
        }
        assertThat(accountsOfEvents())
                .containsExactlyElementsOf(ACCOUNTS.stream()
                        .map(account -> Optional.of(account).filter(name -> !name.isEmpty()))
                        .flatMap(account -> Stream.of(account, account))
                        .toList());
    }

    @Test
    void theSuccessOfOnePaymentIsNotTheSuccessOfAnotherAccountsPaymentWithTheSameId() {
        Payment payment = payments.open("A1", REQUEST);
        String query = "?" + rowOf("").callbacks().succeeded().getRawQuery();
        Callbacks forged = new Callbacks(
                URI.create(Sample.BASE + "/north/succeeded" + query),
                URI.create(Sample.BASE + "/north/timed-out" + query),
                false);
        aurpay("north").states.put("other", "SUCCESS");

        assertThat(settlement("north").settle(forged, "other")).isEqualTo(SettlementResult.PAID);

        assertThat(rowOf("").status().isPaid())
                .as("north cannot mark another account's payment as paid")
                .isFalse();
        pay(payment, "SUCCESS");
        makeDue();
        assertThat(payments.sweep(10).paid()).isEqualTo(1);
        assertThat(accountsOfEvents()).containsExactly(Optional.of("north"), Optional.empty());
    }

    @Test
    void keepsTheRowsOfTheUnnamedAccountAsTheyWere() throws SQLException {
        Payment payment = payments.open("A1", REQUEST);
        pay(payment, "SUCCESS");
        settlement.settle(rowOf("").callbacks(), String.valueOf(payment.orderId()));

        assertThat(rowOf("").openKey()).isEqualTo(AccountKey.of("", "A1"));
        assertThat(inboxColumn("order_key")).containsExactly(payment.orderId() + "/succeeded");
        assertThat(inboxColumn("payment_lock")).containsExactly(rowOf("").paymentId());
    }
}
