package net.aurpay.webhook.inbox;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.Json;
import jakarta.transaction.Status;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import javax.sql.DataSource;
import net.aurpay.client.Callbacks;
import net.aurpay.client.Order;
import net.aurpay.client.json.JsonBinding;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.OrderSucceeded;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.SettlementException;
import net.aurpay.webhook.SettlementResult;
import net.aurpay.webhook.endpoint.CallbackEndpoint;
import net.aurpay.webhook.endpoint.Delivery;
import net.aurpay.webhook.endpoint.EventTransaction;
import net.aurpay.webhook.endpoint.LoggedLines;
import net.aurpay.webhook.endpoint.MapConfig;
import net.aurpay.webhook.endpoint.Observers;
import net.aurpay.webhook.endpoint.OrderConfirmation;
import net.aurpay.webhook.endpoint.OrderSettlement;
import net.aurpay.webhook.endpoint.WebhookConfig;
import net.aurpay.webhook.testing.SignedCallback;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks what the table of the inbox must do on every database. */
@Timeout(120)
abstract class TableInboxContract {
    private static final String OTHER_PAYMENT = "ffffffffffffffffffffffffffffffff";

    private volatile Instant now = Sample.NOW;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final InboxConfig config = new InboxConfig(
            Optional.of("jdbc/shop"), "aurpay_callback", 1, Duration.ofDays(1), Optional.of(Duration.ofDays(30)));
    private final List<CallbackRejected> rejected = Collections.synchronizedList(new ArrayList<>());
    private final LocalJta jta = new LocalJta(database());
    private final TableInbox inbox = inbox(config, jta);
    private volatile Effect effect = event -> execute("insert into shop_order values ('" + event.reference() + "')");

    abstract DataSource database();

    @BeforeEach
    void createTables() throws SQLException {
        String ddl = Sample.resource("/META-INF/aurpay/aurpay_callback.sql");
        for (String statement : ddl.replaceAll("--.*", "").split(";", -1)) {
            if (!statement.isBlank()) {
                execute(statement.strip());
            }
        }
        execute("create table shop_order (reference varchar(40))");
    }

    @AfterEach
    void dropTables() throws SQLException {
        threads.shutdownNow();
        execute("drop table aurpay_callback");
        execute("drop table shop_order");
    }

    @Test
    void commitsRowAndEffectTogether() throws SQLException {
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
        assertThat(count("select count(*) from aurpay_callback where payment_id = '" + Sample.PAYMENT
                        + "' and kind = 'SUCCEEDED' and order_reference = 'A/1' and received_at = "
                        + Sample.NOW.toEpochMilli()))
                .isEqualTo(1);
    }

    @Test
    void rollsBackRowAndEffectTogether() throws SQLException {
        Effect good = effect;
        effect = event -> {
            good.of(event);
            throw new IllegalStateException("no stock");
        };
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(500);
        assertThat(effects()).isZero();
        assertThat(rows()).isZero();

        effect = good;
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void neverAnswersSecondDelivery200BeforeFirstHasCommitted() throws Exception {
        CountDownLatch firing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Effect good = effect;
        effect = event -> {
            effect = good;
            firing.countDown();
            await(go);
            throw new IllegalStateException("no stock");
        };
        Future<Integer> first = threads.submit(() -> get("/succeeded", Sample.PAYMENT));
        await(firing);
        Future<Integer> second = threads.submit(() -> get("/succeeded", Sample.PAYMENT));
        Thread.sleep(200);
        assertThat(second.isDone() && second.get() == 200).isFalse();
        go.countDown();

        assertThat(first.get(90, SECONDS)).isEqualTo(500);
        assertThat(second.get(90, SECONDS)).isIn(200, 503);
        assertThat(effects()).isEqualTo(second.get() == 200 ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {Sample.PAYMENT, "none"})
    void slowerOfTwoDeliveriesAtOnceRollsBackAndFindsTheFaster(String payment) throws Exception {
        CountDownLatch firing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Effect good = effect;
        effect = event -> {
            effect = good;
            firing.countDown();
            await(go);
            good.of(event);
        };
        Future<Integer> first = threads.submit(() -> get("/succeeded", payment));
        await(firing);
        Future<Integer> second = threads.submit(() -> get("/succeeded", payment));
        Thread.sleep(200);
        go.countDown();

        assertThat(first.get(90, SECONDS)).isEqualTo(200);
        assertThat(second.get(90, SECONDS)).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void hasEachEffectOnceUnderManyDeliveriesAtOnce() throws Exception {
        int payments = 30;
        List<Future<Integer>> statuses = new ArrayList<>();
        for (int delivery = 0; delivery < 4; delivery++) {
            for (int i = 0; i < payments; i++) {
                String payment = String.format("%032x", i);
                statuses.add(threads.submit(() -> get("/succeeded", payment)));
            }
        }
        for (Future<Integer> status : statuses) {
            assertThat(status.get(90, SECONDS)).isIn(200, 503);
        }
        for (int i = 0; i < payments; i++) {
            assertThat(get("/succeeded", String.format("%032x", i))).isEqualTo(200);
        }
        assertThat(effects()).isEqualTo(payments);
        assertThat(rows()).isEqualTo(payments);
    }

    @Test
    void hasEachEffectOnceOnTwoServersThatReceiveAllDeliveriesAtOnce() throws Exception {
        int payments = 30;
        List<CallbackEndpoint> servers = List.of(server(), server());
        List<Future<Integer>> statuses = new ArrayList<>();
        for (int i = 0; i < payments; i++) {
            String payment = String.format("%032x", i);
            for (CallbackEndpoint server : servers) {
                statuses.add(threads.submit(() -> get(server, "/succeeded", payment)));
                statuses.add(threads.submit(() -> get(server, "/succeeded", payment)));
            }
        }
        for (Future<Integer> status : statuses) {
            assertThat(status.get(90, SECONDS)).isIn(200, 503);
        }
        for (int i = 0; i < payments; i++) {
            for (CallbackEndpoint server : servers) {
                assertThat(get(server, "/succeeded", String.format("%032x", i))).isEqualTo(200);
            }
        }
        assertThat(effects()).isEqualTo(payments);
        assertThat(rows()).isEqualTo(payments);
    }

    /** The guide of the observers tells how to delete a row so that its callback has its effect once more. */
    @Test
    void callbackWhoseRowWasDeletedHasItsEffectOnceMoreOnTheSameServer() throws SQLException {
        CallbackEndpoint server = server();
        assertThat(get(server, "/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(get(server, "/succeeded", Sample.PAYMENT)).isEqualTo(200);
        execute("delete from aurpay_callback");
        assertThat(get(server, "/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void callbackThatWasRolledBackHasItsEffectWhenItComesAgainToTheSameServer() throws SQLException {
        CallbackEndpoint server = server();
        Effect good = effect;
        effect = event -> {
            throw new IllegalStateException("no stock");
        };
        assertThat(get(server, "/succeeded", Sample.PAYMENT)).isEqualTo(500);
        effect = good;
        assertThat(get(server, "/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(get(server, "/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
    }

    /** In REPEATABLE READ, the first statement decides what an observer sees: it must come after the wait. */
    @Test
    void successThatWaitsForATimeOutSeesItsEffect() throws Exception {
        CountDownLatch firing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<Long> seen = Collections.synchronizedList(new ArrayList<>());
        Effect good = effect;
        effect = event -> {
            if (event instanceof OrderSucceeded) {
                seen.add(effects());
            } else {
                firing.countDown();
                await(go);
            }
            good.of(event);
        };
        CallbackEndpoint server = server();
        Future<Integer> timeOut = threads.submit(() -> get(server, "/timed-out", Sample.PAYMENT));
        await(firing);
        Future<Integer> success = threads.submit(() -> get(server, "/succeeded", Sample.PAYMENT));
        Thread.sleep(200);
        go.countDown();

        assertThat(timeOut.get(90, SECONDS)).isEqualTo(200);
        if (success.get(90, SECONDS) == 200) {
            assertThat(seen).containsExactly(1L);
        }
    }

    @Test
    void firesNoTimeOutAfterSuccessButSuccessAfterTimeOut() throws SQLException {
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(get("/timed-out", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);

        assertThat(get("/timed-out", OTHER_PAYMENT)).isEqualTo(200);
        assertThat(get("/succeeded", OTHER_PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void firesNoTimeOutWhileSuccessIsInProgress() throws Exception {
        CountDownLatch firing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Effect good = effect;
        effect = event -> {
            effect = good;
            firing.countDown();
            await(go);
            good.of(event);
        };
        Future<Integer> success = threads.submit(() -> get("/succeeded", Sample.PAYMENT));
        await(firing);
        Future<Integer> timeOut = threads.submit(() -> get("/timed-out", Sample.PAYMENT));
        Thread.sleep(200);
        assertThat(effects()).isZero();
        go.countDown();

        assertThat(success.get(90, SECONDS)).isEqualTo(200);
        assertThat(timeOut.get(90, SECONDS)).isIn(200, 503);
        assertThat(get("/timed-out", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void firesSuccessAfterTimeOutThatIsInProgress() throws Exception {
        CountDownLatch firing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Effect good = effect;
        effect = event -> {
            effect = good;
            firing.countDown();
            await(go);
            good.of(event);
        };
        Future<Integer> timeOut = threads.submit(() -> get("/timed-out", Sample.PAYMENT));
        await(firing);
        Future<Integer> success = threads.submit(() -> get("/succeeded", Sample.PAYMENT));
        Thread.sleep(200);
        assertThat(effects()).as("one after the other").isZero();
        go.countDown();

        assertThat(timeOut.get(90, SECONDS)).isEqualTo(200);
        assertThat(success.get(90, SECONDS)).isIn(200, 503);
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void firesOneSuccessOfAPaymentUnderAllItsUrls() throws SQLException {
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(get("/succeeded", Sample.PAYMENT + "&moved=1")).isEqualTo(200);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void confirmsOnlyOnePaymentWithAnOrderEvenIfTwoComeAtOnce() throws Exception {
        CountDownLatch firing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Effect good = effect;
        effect = event -> {
            firing.countDown();
            await(go);
            good.of(event);
        };
        Future<Integer> first = threads.submit(() -> confirm("/succeeded", Sample.PAYMENT));
        await(firing);
        Future<Integer> second = threads.submit(() -> confirm("/succeeded", OTHER_PAYMENT));
        Thread.sleep(200);
        go.countDown();

        assertThat(first.get(90, SECONDS)).isEqualTo(200);
        assertThat(second.get(90, SECONDS)).isEqualTo(409);
        assertThat(confirm("/succeeded", OTHER_PAYMENT)).isEqualTo(409);
        assertThat(rejected).isNotEmpty().allSatisfy(event -> assertThat(event.reason())
                .isEqualTo(RejectionReason.ORDER_OF_OTHER_PAYMENT));
        assertThat(effects()).isEqualTo(1);
    }

    /** An order that timed out may still be paid, so its id must not confirm another payment. */
    @Test
    void orderThatConfirmedATimeOutConfirmsNoSuccessOfAnotherPayment() throws SQLException {
        assertThat(confirm("/timed-out", Sample.PAYMENT, "OVERDUE", Sample.ORDER_ID))
                .isEqualTo(200);
        assertThat(confirm("/succeeded", OTHER_PAYMENT)).isEqualTo(409);
        assertThat(confirm("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(2);
    }

    /**
     * Order ids have twenty digits at present. If they had letters, some databases would not distinguish upper and
     * lower case.
     */
    @Test
    void distinguishesOrdersThatDifferOnlyInCase() throws SQLException {
        assertThat(confirm("/succeeded", Sample.PAYMENT, "aZ-1")).isEqualTo(200);
        assertThat(confirm("/succeeded", OTHER_PAYMENT, "az-1")).isEqualTo(200);
        assertThat(confirm("/succeeded", String.format("%032x", 1), "AZ-1")).isEqualTo(200);
        assertThat(confirm("/succeeded", String.format("%032x", 2), "aZ-1")).isEqualTo(409);
        assertThat(effects()).isEqualTo(3);
    }

    @Test
    void acceptsTheLongestOrderId() throws SQLException {
        assertThat(confirm("/timed-out", Sample.PAYMENT, "OVERDUE", "Z".repeat(64)))
                .isEqualTo(200);
        assertThat(confirm("/succeeded", Sample.PAYMENT, "Z".repeat(64))).isEqualTo(200);
        assertThat(rows()).isEqualTo(2);
    }

    /**
     * A lock that took too long, a deadlock, a snapshot that is too old, or anything else, even without an SQL state.
     */
    @ParameterizedTest
    @ValueSource(strings = {"40001", "40P01", "55P03", "HY000", "22001", "42000", ""})
    void answers503IfTheRowCannotBeWrittenAndLosesNothing(String state) throws SQLException {
        assertThat(get("/succeeded", OTHER_PAYMENT)).isEqualTo(200);
        jta.stateOfInserts = state;
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(503);
        assertThat(rows()).isEqualTo(1);
        jta.stateOfInserts = null;
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void answers503WhileDatabaseIsDownAndLosesNothing() throws SQLException {
        assertThat(get("/succeeded", OTHER_PAYMENT)).isEqualTo(200);
        jta.isDown = true;
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(503);
        jta.isDown = false;
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(effects()).isEqualTo(2);
    }

    @Test
    void startsWithoutDatabaseAndChecksItLater() throws SQLException {
        jta.isDown = true;
        assertThatThrownBy(inbox::check).isInstanceOf(RetryLaterException.class);
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(503);
        jta.isDown = false;
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void checkLeavesNoRow() throws Exception {
        inbox.check();
        assertThat(rows()).isZero();
    }

    @Test
    void checkRejectsDataSourceOutsideTheTransaction() throws SQLException {
        assertThatThrownBy(inbox(config, database())::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aurpay.webhook.datasource <jdbc/shop>")
                .hasMessageContaining("JTA");
        assertThat(rows()).isZero();
    }

    @Test
    void checkNamesMissingTable() {
        InboxConfig other =
                new InboxConfig(config.datasource(), "no_such_table", 1, config.maxAge(), config.retention());
        assertThatThrownBy(inbox(other, jta)::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("<no_such_table>")
                .hasMessageContaining("META-INF/aurpay/aurpay_callback.sql");
    }

    /** A URL that was registered elsewhere has neither a reference nor a payment id. */
    @Test
    void firesEveryPaymentOfUrlsWithoutAPaymentId() throws SQLException {
        assertThat(send("/succeeded?shop=1")).isEqualTo(200);
        now = now.plusSeconds(1);
        assertThat(send("/succeeded?shop=1")).isEqualTo(200);
        assertThat(send("/timed-out?shop=1")).isEqualTo(200);
        assertThat(effects()).isEqualTo(3);
        assertThat(rows()).isEqualTo(3);
    }

    @Test
    void answers503AndNamesTheCauseIfAViolatedConstraintIsNotADuplicate() throws Exception {
        inbox.check();
        execute("alter table aurpay_callback add constraint old_ones check (received_at < 1)");
        try (LoggedLines log = LoggedLines.of(CallbackEndpoint.class)) {
            assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(503);
            assertThat(log.lines()).singleElement().asString().contains("constraint");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alter table aurpay_callback add constraint paid check (payment_id is not null)",
                "alter table aurpay_callback add constraint named check (order_reference is not null)",
                "alter table aurpay_callback add constraint sole check (account = '(unnamed)')",
                "alter table aurpay_callback add constraint one unique (kind)"
            })
    void checkRejectsATableThatDoesNotAcceptTheRowsOfCallbacks(String change) throws SQLException {
        execute(change);
        assertThatThrownBy(inbox::check)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("aurpay.webhook.datasource <jdbc/shop>, table <aurpay_callback>")
                .hasMessageContaining("META-INF/aurpay/aurpay_callback.sql");
        assertThat(rows()).isZero();
    }

    @Test
    void storesTheReferenceAsTheShopWritesItIfTheColumnCanHoldIt() throws SQLException {
        effect = event -> execute("insert into shop_order values ('any')");
        assertThat(send("/succeeded?reference=A%2F1%20%C3%BC%E2%82%AC%F0%9F%98%80%0A&payment=" + Sample.PAYMENT))
                .isEqualTo(200);
        assertThat(text("select order_reference from aurpay_callback"))
                .isIn("A/1 \u00fc\u20ac\ud83d\ude00%0A", "A/1 %C3%BC%E2%82%AC%F0%9F%98%80%0A");
    }

    /**
     * If the row of an order were deleted, the order could confirm a second payment. If the row of a payment were
     * deleted, a look-up could fire its event again.
     */
    @Test
    void keepsRowsWithAnOrderOrAPaymentId() throws SQLException {
        assertThat(confirm("/succeeded", "none")).isEqualTo(200);
        assertThat(get("/timed-out", OTHER_PAYMENT)).isEqualTo(200);
        assertThat(get("/timed-out", "none")).isEqualTo(200);
        now = Sample.NOW.plus(Duration.ofDays(365));
        assertThat(confirm("/succeeded", String.format("%032x", 1), "another-order"))
                .isEqualTo(200);
        assertThat(rows()).as("only the row without both is deleted").isEqualTo(3);
        assertThat(confirm("/succeeded", String.format("%032x", 2))).isEqualTo(409);
        assertThat(settle(OTHER_PAYMENT, "OVERDUE", "a-third-order")).isEqualTo(SettlementResult.ALREADY_PROCESSED);
    }

    @Test
    void firesOnceWhetherTheCallbackOrTheLookUpComesFirst() throws SQLException {
        assertThat(get("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(settle(Sample.PAYMENT, "SUCCESS")).isEqualTo(SettlementResult.ALREADY_PROCESSED);
        assertThat(settle(OTHER_PAYMENT, "RESOLVED", "another-order")).isEqualTo(SettlementResult.PAID);
        assertThat(get("/succeeded", OTHER_PAYMENT)).isEqualTo(200);
        assertThat(confirm("/succeeded", OTHER_PAYMENT, "another-order")).isEqualTo(200);
        assertThat(effects()).isEqualTo(2);
        assertThat(rows()).isEqualTo(2);
    }

    @Test
    void firesOnceIfCallbackAndLookUpComeAtOnce() throws Exception {
        CountDownLatch firing = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Effect good = effect;
        effect = event -> {
            firing.countDown();
            await(go);
            good.of(event);
        };
        Future<Integer> callback = threads.submit(() -> get("/succeeded", Sample.PAYMENT));
        await(firing);
        Future<SettlementResult> lookUp = threads.submit(() -> settle(Sample.PAYMENT, "SUCCESS"));
        Thread.sleep(200);
        go.countDown();

        assertThat(callback.get(90, SECONDS)).isEqualTo(200);
        assertThat(lookUp.get(90, SECONDS)).isEqualTo(SettlementResult.ALREADY_PROCESSED);
        assertThat(effects()).isEqualTo(1);
        assertThat(rows()).isEqualTo(1);
    }

    @Test
    void firesUnderpaidTimedOutSucceededAndRefundedOnceEach() throws SQLException {
        for (int round = 0; round < 2; round++) {
            boolean first = round == 0;
            assertThat(settle(Sample.PAYMENT, "PENDING")).isEqualTo(SettlementResult.PENDING);
            assertThat(settle(Sample.PAYMENT, "PARTIAL"))
                    .isEqualTo(first ? SettlementResult.UNDERPAID : SettlementResult.ALREADY_PROCESSED);
            assertThat(settle(Sample.PAYMENT, "OVERDUE"))
                    .isEqualTo(first ? SettlementResult.EXPIRED : SettlementResult.ALREADY_PROCESSED);
            assertThat(settle(Sample.PAYMENT, "RESOLVED"))
                    .isEqualTo(first ? SettlementResult.PAID : SettlementResult.ALREADY_PROCESSED);
            assertThat(settle(Sample.PAYMENT, "REFUNDED"))
                    .isEqualTo(first ? SettlementResult.REFUNDED : SettlementResult.ALREADY_PROCESSED);
        }
        assertThat(effects()).isEqualTo(4);
        assertThat(rows()).isEqualTo(4);
    }

    @Test
    void firesNeitherUnderpaidNorTimedOutAfterTheSuccess() throws SQLException {
        assertThat(settle(Sample.PAYMENT, "SUCCESS")).isEqualTo(SettlementResult.PAID);
        assertThat(settle(Sample.PAYMENT, "PARTIAL")).isEqualTo(SettlementResult.ALREADY_PROCESSED);
        assertThat(settle(Sample.PAYMENT, "OVERDUE")).isEqualTo(SettlementResult.ALREADY_PROCESSED);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void settlesNoOrderThatHasPaidForAnotherPayment() throws SQLException {
        assertThat(settle(Sample.PAYMENT, "SUCCESS")).isEqualTo(SettlementResult.PAID);
        assertThat(settle(OTHER_PAYMENT, "SUCCESS")).isEqualTo(SettlementResult.NOT_OURS);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void settlesAgainWhatAnObserverHasRolledBack() throws SQLException {
        Effect good = effect;
        effect = event -> {
            good.of(event);
            throw new IllegalStateException("no stock");
        };
        assertThatThrownBy(() -> settle(Sample.PAYMENT, "SUCCESS"))
                .isInstanceOf(SettlementException.class)
                .hasRootCauseMessage("no stock");
        assertThat(effects()).isZero();

        effect = good;
        assertThat(settle(Sample.PAYMENT, "SUCCESS")).isEqualTo(SettlementResult.PAID);
        assertThat(effects()).isEqualTo(1);
    }

    @Test
    void holdsNoConnectionOutsideATransaction() throws Exception {
        inbox.check();
        jta.outside.set(0);
        assertThat(confirm("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(confirm("/succeeded", Sample.PAYMENT)).isEqualTo(200);
        assertThat(get("/timed-out", OTHER_PAYMENT)).isEqualTo(200);
        assertThat(jta.outside).as("connections taken outside a transaction").hasValue(0);
    }

    @Test
    void deletesRowsOlderThanRetentionOnceAnHour() throws SQLException {
        assertThat(get("/succeeded", "none")).isEqualTo(200);
        now = Sample.NOW.plus(Duration.ofDays(30));
        assertThat(get("/succeeded", "none")).isEqualTo(200);
        assertThat(rows()).as("not yet older").isEqualTo(2);
        now = Sample.NOW.plus(Duration.ofDays(30)).plusSeconds(3599);
        assertThat(get("/succeeded", "none")).isEqualTo(200);
        assertThat(rows()).as("within the hour").isEqualTo(3);
        now = Sample.NOW.plus(Duration.ofDays(30)).plusSeconds(3600);
        assertThat(get("/succeeded", "none")).isEqualTo(200);
        assertThat(rows()).isEqualTo(3);
    }

    private TableInbox inbox(InboxConfig config, DataSource dataSource) {
        return new TableInbox(config, dataSource, new ShortTransaction(() -> jta, dataSource), () -> now);
    }

    private SettlementResult settle(String payment, String status) {
        return settle(payment, status, Sample.ORDER_ID);
    }

    private SettlementResult settle(String payment, String status, String orderId) {
        Order order = Sample.order(Map.of("status", status, "order_id", orderId));
        OrderConfirmation orders = new OrderConfirmation(id -> order, Sample.noTransactions(), Optional.empty());
        Callbacks callbacks = new Callbacks(
                URI.create(Sample.BASE + "/succeeded" + query(payment)),
                URI.create(Sample.BASE + "/timed-out" + query(payment)),
                false);
        return new OrderSettlement(new EventTransaction(() -> jta, inbox, new Shop()), orders, () -> now)
                .settle(callbacks, orderId);
    }

    private int get(String path, String payment) {
        return send(path + query(payment));
    }

    private int confirm(String path, String payment) {
        return confirm(path, payment, Sample.ORDER_ID);
    }

    private int confirm(String path, String payment, String orderId) {
        return confirm(path, payment, "SUCCESS", orderId);
    }

    private int confirm(String path, String payment, String status, String orderId) {
        return confirm(path, payment, status, orderId, inbox);
    }

    private int confirm(String path, String payment, String status, String orderId, Inbox inbox) {
        String order = Sample.resource("order.json").replace(Sample.ORDER_ID, orderId);
        Order found = JsonBinding.get()
                .read(
                        Order.class,
                        Json.createReader(new StringReader(order.replace("PENDING", status)))
                                .readObject());
        return send(
                path + query(payment),
                Optional.of(new ByteArrayInputStream(order.getBytes(StandardCharsets.UTF_8))),
                Optional.of(id -> found),
                inbox);
    }

    private static String query(String payment) {
        return "?reference=A%2F1" + (payment.equals("none") ? "" : "&payment=" + payment);
    }

    private int send(String urlSuffix) {
        return send(urlSuffix, Optional.empty(), Optional.empty(), inbox);
    }

    private int send(
            String urlSuffix, Optional<InputStream> body, Optional<Function<String, Order>> lookUp, Inbox inbox) {
        return send(urlSuffix, body, endpoint(lookUp, inbox));
    }

    /** A server that has started and has received no callback yet. */
    CallbackEndpoint server() {
        TableInbox started = inbox(config, jta);
        try {
            started.check();
        } catch (RetryLaterException e) {
            throw new IllegalStateException(e);
        }
        return endpoint(Optional.empty(), started);
    }

    int get(CallbackEndpoint server, String path, String payment) {
        return send(path + query(payment), Optional.empty(), server);
    }

    private CallbackEndpoint endpoint(Optional<Function<String, Order>> lookUp, Inbox inbox) {
        Map<String, String> properties = Sample.properties();
        WebhookConfig read = WebhookConfig.of(new MapConfig(properties)).orElseThrow();
        WebhookConfig configured = new WebhookConfig(
                read.rules(),
                Optional.of(Sample.verifier().clock(() -> now).build()),
                65536,
                lookUp.isPresent(),
                Duration.ofSeconds(20),
                Optional.empty(),
                config,
                read.payments(),
                read.cashier());
        return new CallbackEndpoint(
                configured,
                new EventTransaction(() -> jta, inbox, new Shop()),
                lookUp.map(found -> new OrderConfirmation(found, Sample.noTransactions(), Optional.empty())),
                Json.createReaderFactory(Map.of()),
                () -> now);
    }

    int send(String urlSuffix, Optional<InputStream> body, CallbackEndpoint endpoint) {
        SignedCallback callback = Sample.signed(urlSuffix).withDate(now);
        CallbackKind kind = urlSuffix.startsWith("/succeeded") ? CallbackKind.SUCCEEDED : CallbackKind.TIMED_OUT;
        return endpoint.answer(new Delivery(
                        kind,
                        callback.url().toString().substring(Sample.BASE.length()),
                        Sample.headers(callback),
                        body))
                .status();
    }

    long effects() throws SQLException {
        return count("select count(*) from shop_order");
    }

    long rows() throws SQLException {
        return count("select count(*) from aurpay_callback");
    }

    private long count(String sql) throws SQLException {
        return Long.parseLong(text(sql));
    }

    String text(String sql) throws SQLException {
        try (Connection connection = jta.getConnection();
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
        }
    }

    void execute(String sql) throws SQLException {
        try (Connection connection = jta.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(60, SECONDS)).isTrue();
    }

    private interface Effect {
        void of(OrderEvent event) throws Exception;
    }

    private final class Shop implements Observers {
        @Override
        public void fire(OrderEvent event) {
            try {
                effect.of(event);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void fireAsync(OrderEvent event) {
            // The contract needs no such observer.
        }

        @Override
        public void fireRejected(CallbackRejected event) {
            assertThat(jta.getStatus()).as("outside any transaction").isEqualTo(Status.STATUS_NO_TRANSACTION);
            rejected.add(event);
        }
    }
}
