package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxOrder;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Runs the beans that {@code docs/accounts.md} shows: one merchant in the configuration, and two in the database. */
@Tag("liberty")
@ExtendWith(Shared.class)
class AccountsGuideIT {
    private final ShopProbe shop;
    private final Sandbox sandbox;

    AccountsGuideIT(TableServer server) {
        shop = server.shop(TableServer.ACCOUNTS);
        sandbox = shop.sandbox();
    }

    /** The references are equal, and so are the prices. */
    @Test
    void onlyTheMerchantWhoseOrderWasPaidHasSold() throws Exception {
        addSale("anna", "M1");
        addSale("Bert_2", "M1");
        String ofAnna = post("anna/M1");
        String ofBert = post("Bert_2/M1");
        assertThat(orderIds("anna")).contains(ofAnna).doesNotContain(ofBert);
        assertThat(url("Bert_2", ofBert)).startsWith(base("Bert_2") + "/succeeded?reference=M1&");

        sandbox.account("Bert_2").pay(ofBert);

        shop.awaitStatus(ofBert, 200);
        assertThat(state("Bert_2", "M1")).isEqualTo("paid");
        assertThat(state("anna", "M1")).isEqualTo("open");
        assertThat(post("anna/M1")).as("the payment that is open").isEqualTo(ofAnna);
    }

    @Test
    void merchantInTheConfigurationSellsLikeThoseInTheDatabase() throws Exception {
        addSale("north", "M2");
        addSale("anna", "M2");
        SandboxOrder ofNorth = sandbox.choose(post("north/M2/url"), "TRX", "USDT-TRC20");
        SandboxOrder ofAnna = sandbox.choose(post("anna/M2/url"), "TRX", "USDT-TRC20");

        sandbox.account("anna").pay(ofAnna.orderId());
        shop.awaitStatus(ofAnna.orderId(), 200);
        assertThat(mails()).doesNotContain("north has sold M2");
        sandbox.account("north").pay(ofNorth.orderId());
        shop.awaitStatus(ofNorth.orderId(), 200);

        assertThat(mails()).containsOnlyOnce("north has sold M2");
        assertThat(state("north", "M2")).isEqualTo("paid");
        assertThat(state("anna", "M2")).isEqualTo("paid");
    }

    @Test
    void oneSweepLooksUpThePaymentsOfAllMerchants() throws Exception {
        sandbox.callbackPlan(CallbackPlan.NORMAL.via("http://127.0.0.1:1"));
        for (String merchant : List.of("anna", "Bert_2")) {
            addSale(merchant, "M3");
            sandbox.account(merchant).pay(post(merchant + "/M3"));
        }

        ShopProbe.await("the sweep", () -> {
            post("sweep");
            return state("anna", "M3").equals("paid") && state("Bert_2", "M3").equals("paid");
        });
    }

    @Test
    void previousSecretIsValidWhileItIsInTheDatabase() throws Exception {
        String callbacks = TableServer.callbacks(TableServer.ACCOUNTS);
        URI application = shop.base().resolve("aurpay/callbacks");
        addSale("anna", "M4");
        SignedCallback paid = SignedCallback.succeeded(URI.create(callbacks + "/anna"), "M4")
                .signedWith("previous-token-of-anna", "previous-secret-of-anna");

        assertThat(paid.sendTo(URI.create(application + "/anna"))).isEqualTo(200);

        assertThat(state("anna", "M4")).isEqualTo("paid");
    }

    /** The name is signed with secrets that are right for another merchant. */
    @Test
    void callbackOfAnotherMerchantIsRejected() throws Exception {
        Keys anna = sandbox.account("anna").keys();
        for (String merchant : List.of("Bert_2", "north", "ANNA", "carl")) {
            addSale(merchant, "M5");

            assertThat(paid(merchant, "M5")
                            .signedWith(anna.callbackToken(), anna.callbackSecret())
                            .sendTo(at(merchant)))
                    .as(merchant)
                    .isEqualTo(401);

            assertThat(state(merchant, "M5")).as(merchant).isEqualTo("open");
        }
    }

    @Test
    void rowsOfARemovedMerchantAreDeletedAndNoOthers() throws Exception {
        String sql = Files.readString(Path.of("../docs/accounts/delete-account.sql"));
        for (String merchant : List.of("doris", "anna")) {
            addSale(merchant, "M6");
            String order = post(merchant + "/M6");
            sandbox.account(merchant).pay(order);
            shop.awaitStatus(order, 200);
        }

        shop.postgres().execute(sql.replace("'north'", "'doris'"));

        assertThat(shop.postgres().column("select account from aurpay_payment where order_reference = 'M6'"))
                .containsExactly("anna");
        assertThat(shop.inboxRows("M6")).isEqualTo(1);
    }

    private void addSale(String merchant, String reference) throws SQLException {
        shop.postgres().execute("insert into merchant_sale values ('" + merchant + "', '" + reference + "', 'open')");
    }

    private String state(String merchant, String reference) {
        return shop.postgres()
                .column("select state from merchant_sale where merchant = '" + merchant + "' and reference = '"
                        + reference + "'")
                .get(0);
    }

    private List<String> orderIds(String merchant) {
        return sandbox.account(merchant).orders().stream()
                .map(SandboxOrder::orderId)
                .toList();
    }

    private String url(String merchant, String orderId) {
        return String.valueOf(sandbox.account(merchant).order(orderId).urls().callbackUrl());
    }

    private static String base(String merchant) {
        return TableServer.callbacks(TableServer.ACCOUNTS) + "/" + merchant;
    }

    private URI at(String merchant) {
        return shop.base().resolve("aurpay/callbacks/" + merchant);
    }

    private static SignedCallback paid(String merchant, String reference) {
        return SignedCallback.succeeded(URI.create(base(merchant)), reference);
    }

    private String post(String path) {
        return new OpenPayments(shop).post("platform/" + path, "");
    }

    private String mails() {
        return new Probe(shop.base()).get("probe/platform/mails").body();
    }
}
