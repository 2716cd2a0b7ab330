package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import net.aurpay.it.named.AccountObserver;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.selling.SellerResource;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that an order confirms only callbacks of the account that it belongs to. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class AccountConfirmationIT {
    private static final String URL = "https://shop.example.com/pay";
    private static final List<String> ACCOUNTS = List.of("north", "south");
    private static final Sandbox SANDBOX = Sandboxes.start(Duration.ofHours(1), ACCOUNTS);

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        ApplicationArchive application = new ApplicationArchive("confirming-accounts")
                .addPackageOf(SellerResource.class)
                .addPackageOf(AccountObserver.class)
                .signing(SANDBOX)
                .receiving(SANDBOX, URL)
                .property("aurpay.webhook.confirm", true)
                .property("aurpay.accounts", String.join(",", ACCOUNTS));
        for (String account : ACCOUNTS) {
            Keys keys = keys(account);
            String prefix = "aurpay.accounts." + account + ".";
            application
                    .property(prefix + "api-token", keys.apiToken())
                    .property(prefix + "secret-key", keys.secretKey())
                    .property(prefix + "webhook.token", keys.callbackToken())
                    .property(prefix + "webhook.secret", keys.callbackSecret())
                    .property(prefix + "webhook.user-id", keys.userId());
        }
        return application.build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({"north,south", "south,north", "unnamed,north", "north,unnamed"})
    void orderOfAnotherAccountConfirmsNothing(String account, String other) {
        String reference = account + "-with-order-of-" + other;
        SignedCallback callback = callback(account, reference);

        assertThat(send(account, callback, paidOrder(other))).isEqualTo(409);
        assertThat(seen(reference)).isEmpty();

        assertThat(send(account, callback, paidOrder(account))).isEqualTo(200);
        assertThat(seen(reference).lines().filter(line -> line.startsWith("all: ")))
                .containsExactly("all: OrderSucceeded of " + (isNamed(account) ? account : "the unnamed account"));
    }

    @Test
    void orderIsLookedUpWithTheCredentialsOfItsAccount() {
        String orderId = paidOrder("south");
        SANDBOX.journal().clear();

        assertThat(send("south", callback("south", "looked-up"), orderId)).isEqualTo(200);

        assertThat(SANDBOX.journal().requests())
                .isNotEmpty()
                .extracting(request -> request.header("API-Token"))
                .containsOnly(keys("south").apiToken());
    }

    @Test
    void orderIdsOfTwoAccountsMayBeEqual() {
        SANDBOX.account("north").nextOrderId("equal-order");
        String ofNorth = paidOrder("north");
        SANDBOX.account("south").nextOrderId("equal-order");
        String ofSouth = paidOrder("south");
        assertThat(ofNorth).isEqualTo(ofSouth);

        assertThat(send("north", callback("north", "equal-orders"), ofNorth)).isEqualTo(200);
        assertThat(send("south", callback("south", "equal-orders"), ofSouth)).isEqualTo(200);

        assertThat(seen("equal-orders").lines())
                .containsExactlyInAnyOrder(
                        "all: OrderSucceeded of north",
                        "north: OrderSucceeded of north",
                        "all: OrderSucceeded of south");
    }

    @Test
    void injectedSettlementIsThatOfTheAccount() {
        assertThat(post("north/settled/" + paidOrder("north") + "/settled-by-hand"))
                .isEqualTo("PAID");
        assertThat(seen("settled-by-hand").lines()).contains("all: OrderSucceeded of north");
        assertThat(post("north/settled/" + paidOrder("south") + "/order-of-south"))
                .isEqualTo("NOT_OURS");
        assertThat(seen("order-of-south")).isEmpty();
    }

    /** Both say which key this application lacks, so both were injected. */
    @Test
    void paymentsAndCashierLinksOfAnAccountAreInjected() {
        assertThat(post("north/impossible").lines())
                .hasSize(2)
                .anyMatch(line -> line.contains("aurpay.webhook.datasource"))
                .anyMatch(line -> line.contains("aurpay.payments.cashier"));
    }

    private static boolean isNamed(String account) {
        return ACCOUNTS.contains(account);
    }

    private static Keys keys(String account) {
        return isNamed(account) ? SANDBOX.account(account).keys() : SANDBOX.keys();
    }

    private String paidOrder(String account) {
        String orderId = post(account + "/payments");
        if (isNamed(account)) {
            SANDBOX.account(account).pay(orderId);
        } else {
            SANDBOX.pay(orderId);
        }
        return orderId;
    }

    private String post(String path) {
        HttpResponse<String> response = new Probe(base)
                .send(HttpRequest.newBuilder(base.resolve("probe/sellers/" + path))
                        .POST(BodyPublishers.noBody())
                        .build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static SignedCallback callback(String account, String reference) {
        Keys keys = keys(account);
        return SignedCallback.succeeded(URI.create(URL + path(account)), reference)
                .signedWith(keys.callbackToken(), keys.callbackSecret());
    }

    private int send(String account, SignedCallback callback, String orderId) {
        return callback.withBody("{\"order_id\":\"" + orderId + "\"}")
                .sendTo(base.resolve("aurpay/callbacks" + path(account)));
    }

    private static String path(String account) {
        return isNamed(account) ? "/" + account : "";
    }

    private String seen(String reference) {
        return new Probe(base).get("probe/account-events/" + reference).body();
    }
}
