package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the beans that {@code docs/observers.md} and {@code docs/no-callback.md} show. */
@Tag("liberty")
@ExtendWith(Shared.class)
class ObserversIT {
    private final ShopProbe shop;
    private final Sandbox sandbox;
    private final URI callbacks = URI.create("https://shop.example.com/" + TableServer.GUIDE + "/aurpay/callbacks");
    private final URI application;
    private final String token;
    private final String secret;

    ObserversIT(TableServer server) {
        shop = server.shop(TableServer.GUIDE);
        sandbox = shop.sandbox();
        application = shop.base().resolve("aurpay/callbacks");
        token = sandbox.keys().callbackToken();
        secret = sandbox.keys().callbackSecret();
    }

    @Test
    void paidOrderIsShippedOnceAndThankedForOnce() throws Exception {
        addPurchase("A1");
        SignedCallback paid = SignedCallback.succeeded(callbacks, "A1").signedWith(token, secret);

        assertThat(paid.sendTo(application)).isEqualTo(200);
        assertThat(paid.sendTo(application)).isEqualTo(200);

        assertThat(parcels("A1")).isEqualTo(1);
        assertThat(mails()).containsOnlyOnce("Thank you for A1");
    }

    @Test
    void failureAfterShippingRollsTheParcelBackAndSendsNoMail() throws Exception {
        addPurchase("fail-last-A2");
        SignedCallback paid =
                SignedCallback.succeeded(callbacks, "fail-last-A2").signedWith(token, secret);

        assertThat(paid.sendTo(application)).isEqualTo(500);

        assertThat(parcels("fail-last-A2")).isZero();
        assertThat(mails()).doesNotContain("Thank you for fail-last-A2");
    }

    @Test
    void deletedInboxRowLetsTheCallbackTakeEffectAgain() throws Exception {
        addPurchase("A3");
        SignedCallback paid = SignedCallback.succeeded(callbacks, "A3").signedWith(token, secret);
        assertThat(paid.sendTo(application)).isEqualTo(200);
        // As if a backup of the shop's tables was restored.
        shop.postgres().execute("delete from parcel where reference = 'A3'");
        shop.postgres().execute("update purchase set state = 'open' where reference = 'A3'");
        String[] sql = Files.readString(Path.of("../docs/undo-a-row.sql"))
                .replace("shop/aurpay", TableServer.GUIDE + "/aurpay")
                .replace("'A1'", "'A3'")
                .split(";", 2);

        String url = shop.postgres().column(sql[0]).get(0);
        shop.postgres().execute(sql[1]);
        int status =
                SignedCallback.of(URI.create(url)).signedWith(token, secret).sendTo(application);

        assertThat(url).isEqualTo(paid.url().toString());
        assertThat(status).isEqualTo(200);
        assertThat(parcels("A3")).isEqualTo(1);
    }

    @Test
    void callbackBeforeTheCommitOfThePurchaseTakesEffectAfterIt() throws Exception {
        String orderId;
        try (Connection uncommitted = shop.postgres().connect();
                Statement statement = uncommitted.createStatement()) {
            uncommitted.setAutoCommit(false);
            statement.execute("insert into purchase (reference, state) values ('early', 'open')");
            orderId = shop.create("early", false);

            assertThat(shop.pay(orderId).status()).isEqualTo(500);
            assertThat(parcels("early")).isZero();
            assertThat(mails()).doesNotContain("Thank you for early");

            uncommitted.commit();
        }
        shop.awaitStatus(orderId, 200);
        assertThat(state("early")).isEqualTo("paid");
        assertThat(parcels("early")).isEqualTo(1);
    }

    @Test
    void paidPurchaseDoesNotExpireWithItsOtherPayment() throws Exception {
        addPurchase("two-payments");
        String paid = shop.create("two-payments", false);
        String other = shop.create("two-payments", false);
        assertThat(shop.pay(paid).status()).isEqualTo(200);

        sandbox.expire(other);

        assertThat(shop.firstAttempt(other).status()).isEqualTo(200);
        assertThat(shop.seen("two-payments")).contains("after-success OrderTimedOut");
        assertThat(state("two-payments")).isEqualTo("paid");
    }

    @Test
    void purchaseWithTwoPaidPaymentsIsShippedOnce() throws Exception {
        addPurchase("paid-twice");
        for (int i = 0; i < 2; i++) {
            assertThat(shop.pay(shop.create("paid-twice", false)).status()).isEqualTo(200);
        }

        assertThat(parcels("paid-twice")).isEqualTo(1);
    }

    @Test
    void expiredPurchaseIsShippedWhenItIsPaidLate() throws Exception {
        addPurchase("late");
        assertThat(shop.timedOut(shop.create("late", false))).isEqualTo(200);
        assertThat(state("late")).isEqualTo("expired");

        assertThat(shop.pay(shop.create("late", false)).status()).isEqualTo(200);

        assertThat(state("late")).isEqualTo("paid");
        assertThat(parcels("late")).isEqualTo(1);
    }

    @Test
    void timerAndPageSettlePaymentsWithoutACallback() throws Exception {
        OpenPayments payments = new OpenPayments(shop);
        for (String reference : List.of("B1", "B2", "B3")) {
            addPurchase(reference);
        }
        sandbox.callbackPlan(CallbackPlan.NORMAL.via("http://127.0.0.1:1"));
        sandbox.pay(payments.open("B1"));
        sandbox.expire(payments.open("B2"));
        String returned = payments.open("B3");
        sandbox.pay(returned);

        payments.post(
                "guide/return/" + returned,
                String.valueOf(sandbox.order(returned).urls().callbackUrl()));
        assertThat(state("B3")).isEqualTo("paid");
        ShopProbe.await("the timer", () -> {
            payments.post("guide/sweep", "");
            return state("B1").equals("paid") && state("B2").equals("expired");
        });
        assertThat(parcels("B1")).isEqualTo(1);
        assertThat(parcels("B2")).isZero();
        assertThat(parcels("B3")).isEqualTo(1);
    }

    @Test
    void refundIsBookedOnce() throws Exception {
        OpenPayments payments = new OpenPayments(shop);
        addPurchase("R1");
        String orderId = payments.open("R1");
        assertThat(shop.pay(orderId).status()).isEqualTo(200);

        assertThat(payments.post("guide/refund/" + orderId, "")).isEqualTo(orderId + " true");

        assertThat(state("R1")).isEqualTo("refunded");
        assertThat(sandbox.order(orderId).status()).isEqualTo("REFUNDED");
    }

    @Test
    void ordersOfAPaymentUrlAreFoundByTimeAndPrice() {
        String since = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
        String orderId = shop.create("B4", false);

        assertThat(candidates(since, "18")).contains(orderId);
        assertThat(candidates(since, "18.01")).doesNotContain(orderId);
    }

    private void addPurchase(String reference) throws SQLException {
        shop.postgres().execute("insert into purchase (reference, state) values ('" + reference + "', 'open')");
    }

    private String state(String reference) {
        return shop.postgres()
                .column("select state from purchase where reference = '" + reference + "'")
                .get(0);
    }

    private long parcels(String reference) {
        return shop.postgres().count("select count(*) from parcel where reference = '" + reference + "'");
    }

    private String mails() {
        return new Probe(shop.base()).get("probe/guide/mails").body();
    }

    private List<String> candidates(String since, String price) {
        return new Probe(shop.base())
                .get("probe/guide/candidates?since=" + since + "&price=" + price)
                .body()
                .lines()
                .toList();
    }
}
