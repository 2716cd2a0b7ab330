package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import net.aurpay.it.app.OwnJsonb;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Sends every recorded response of the collection byte for byte, and checks that the library reads it without loss. */
@ExtendWith(ArquillianExtension.class)
@Tag("json")
class RecordedResponsesIT {
    private static final Map<String, String> RENAMED = Map.ofEntries(
            Map.entry("vs_price", "price"),
            Map.entry("vs_currency", "priceCurrency"),
            Map.entry("from_addr", "fromAddress"),
            Map.entry("to_addr", "toAddress"),
            Map.entry("contract_addr", "contractAddress"),
            Map.entry("payment_addr", "paymentAddress"),
            Map.entry("tx_id", "transactionId"),
            Map.entry("tx_type", "transactionType"),
            Map.entry("tx_hash", "transactionHash"),
            Map.entry("tx_hash_list", "transactionHashes"),
            Map.entry("refund", "refundable"),
            Map.entry("data", "items"));

    private static final Sandbox SANDBOX = Sandboxes.start();

    /** The call for each request of the collection. */
    private static final Map<String, List<Object>> CALLS = Map.ofEntries(
            Map.entry("Get Access Token", List.of("auth/logIn", "user", "hunter-2")),
            Map.entry("Get API-Key", List.of("auth/apiKey", "token")),
            Map.entry("Get Support Real Currency List", List.of("orders/fiatCurrencies")),
            Map.entry("Get Support Crypto Currency List", List.of("orders/cryptoCurrencies")),
            Map.entry(
                    "Get Payment URL",
                    List.of("orders/createPaymentUrl", Probe.record(Map.of("price", "100", "priceCurrency", "USD")))),
            Map.entry(
                    "Get Payment Info",
                    List.of(
                            "orders/createPayment",
                            Probe.record(Map.of(
                                    "chain", "ETH", "currency", "USDT-ERC20", "priceCurrency", "USD", "price", "18")))),
            Map.entry("Get Orders", List.of("orders/orders", Probe.record(Map.of("page", 1)))),
            Map.entry("Get Orders Details", List.of("orders/order", "20240806071926377966")),
            Map.entry("Get Orders Refund Info", List.of("orders/refundInfo", "20240614061316661529")),
            Map.entry("Orders Refund", List.of("orders/refund", "20240614061316661529")),
            Map.entry("Get Transaction", List.of("orders/transactions", Probe.record(Map.of("page", 1)))),
            Map.entry(
                    "Withdraw Balance",
                    List.of(
                            "wallets/withdraw",
                            Probe.record(Map.of("chain", "ETH", "currency", "ETH", "amount", "10")))),
            Map.entry("Get Self Custody Wallets", List.of("wallets/selfCustodyBalances")),
            Map.entry("Get BLN Balance", List.of("lightning/balance")),
            Map.entry(
                    "Create BLN Order",
                    List.of("lightning/createOrder", Probe.record(Map.of("price", "20", "priceCurrency", "USD")))),
            Map.entry(
                    "Create BLN Withdraw",
                    List.of("lightning/withdraw", Probe.record(Map.of("lightningInvoices", "lnbc1")))));

    private static final String USUAL = "recorded";
    private static final String OWN_JSONB = "own-jsonb";

    @ArquillianResource
    @OperateOnDeployment(USUAL)
    URI usual;

    @ArquillianResource
    @OperateOnDeployment(OWN_JSONB)
    URI ownJsonb;

    @Deployment(name = USUAL, testable = false)
    static WebArchive usual() {
        return new ApplicationArchive(USUAL).signing(SANDBOX).build();
    }

    @Deployment(name = OWN_JSONB, testable = false)
    static WebArchive ownJsonb() {
        return new ApplicationArchive(OWN_JSONB)
                .add(OwnJsonb.class)
                .signing(SANDBOX)
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static List<Recorded> recorded() {
        return Recorded.all();
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void recordedResponseIsReadWithoutLoss(Recorded recorded) {
        read(usual, recorded);
    }

    @ParameterizedTest
    @MethodSource("recorded")
    void applicationsOwnJsonbChangesNothing(Recorded recorded) {
        read(ownJsonb, recorded);
    }

    private static void read(URI base, Recorded recorded) {
        SANDBOX.faults()
                .next(Fault.instead(SandboxResponse.of(recorded.status(), "application/json", recorded.body())));
        List<Object> call = CALLS.get(recorded.request());
        assertThat(call).as("the call for " + recorded).isNotNull();

        JsonObject response = new Probe(base)
                .call("cdi", (String) call.get(0), call.subList(1, call.size()).toArray());

        JsonObject envelope = recorded.envelope();
        if (envelope.getInt("code") == 0) {
            assertSame("data", envelope.get("data"), response.get("result"));
        } else {
            assertThat(response.getString("exception")).isEqualTo("AurpayException");
            assertThat(response.getInt("code")).isEqualTo(envelope.getInt("code"));
            assertThat(response.getString("message")).contains(envelope.getString("message"));
            assertThat(response.getOrDefault("traceId", JsonValue.NULL))
                    .isEqualTo(envelope.getOrDefault("trace_id", JsonValue.NULL));
        }
    }

    private static void assertSame(String field, JsonValue recorded, JsonValue read) {
        assertThat(read).as(field).isNotNull();
        if (recorded instanceof JsonObject object) {
            object.forEach(
                    (name, value) -> assertSame(name, value, read.asJsonObject().get(component(name))));
        } else if (recorded instanceof JsonArray array) {
            assertThat(read.asJsonArray()).as(field).hasSameSizeAs(array);
            for (int i = 0; i < array.size(); i++) {
                assertSame(field, array.get(i), read.asJsonArray().get(i));
            }
        } else {
            assertThat(Recorded.read(field, read)).as(field).isEqualTo(Recorded.read(field, recorded));
        }
    }

    /** Returns the Java name of a field. */
    private static String component(String name) {
        return RENAMED.getOrDefault(
                name, Pattern.compile("_([a-z])").matcher(name).replaceAll(match -> match.group(1)
                        .toUpperCase(Locale.ROOT)));
    }
}
