package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Keys;
import net.aurpay.it.sandbox.ReceivedRequest;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.sandbox.SandboxAccount;
import net.aurpay.it.several.OwnInterface;
import net.aurpay.it.several.StoredAccounts;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Calls the API on behalf of accounts of one application, some of them configured, the others known to a bean: no account's
 * credentials are ever used for another account.
 */
@ExtendWith(ArquillianExtension.class)
@EnabledIf(
        value = "net.aurpay.it.Server#runsExtensions",
        disabledReason = "the server runs no CDI extension, which would add the clients of accounts")
@Tag("engine")
@Tag("level")
class AccountsIT {
    private static final Crowd CROWD = new Crowd(16, 25);
    private static final String ENVIRONMENT_TOKEN = "environment-token";
    private static final Sandbox SANDBOX = Sandboxes.startWithAccounts(8);

    /** From the name in the application to the account in the sandbox. The first two are configured. */
    private static final Map<String, SandboxAccount> ACCOUNTS = accounts();

    private static final List<String> NAMES = List.copyOf(ACCOUNTS.keySet());

    @ArquillianResource
    URI base;

    private static Map<String, SandboxAccount> accounts() {
        List<SandboxAccount> all = SANDBOX.accounts();
        Map<String, SandboxAccount> named = new TreeMap<>(Map.of("north", all.get(0), "south", all.get(1)));
        IntStream.range(2, all.size()).forEach(i -> named.put("Stored_" + i, all.get(i)));
        return named;
    }

    @Deployment(testable = false)
    static WebArchive application() {
        ApplicationArchive archive = new ApplicationArchive("accounts")
                .addPackageOf(OwnInterface.class)
                .signing(SANDBOX)
                .property("aurpay.algorithm", "HMAC-SHA3_256")
                .property("aurpay.accounts", "north, south, bare, harbour")
                .property("aurpay.accounts.north.algorithm", "HMAC-SHA256")
                .property("aurpay.accounts.bare.webhook.user-id", "mct-bare");
        ACCOUNTS.forEach((name, account) -> {
            Keys keys = account.keys();
            if (isConfigured(name)) {
                archive.property("aurpay.accounts." + name + ".api-token", keys.apiToken())
                        .property("aurpay.accounts." + name + ".secret-key", keys.secretKey())
                        .property("aurpay.accounts." + name + ".lightning.api-token", keys.lightningApiToken())
                        .property("aurpay.accounts." + name + ".lightning.secret-key", keys.lightningSecretKey());
            } else {
                archive.property(
                        "stored." + name,
                        String.join(
                                " ",
                                keys.apiToken(),
                                keys.secretKey(),
                                keys.lightningApiToken(),
                                keys.lightningSecretKey()));
            }
        });
        return archive.build();
    }

    private static boolean isConfigured(String name) {
        return name.equals("north") || name.equals("south");
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void clear() {
        SANDBOX.faults().clear();
        SANDBOX.journal().clear();
    }

    static Stream<Arguments> clients() {
        return Stream.of("north", "south")
                .flatMap(account -> Stream.of("injected", "aurpay", "of").flatMap(way -> Stream.of(
                                "orders/cryptoCurrencies", "wallets/wallets", "lightning/balance", "own/order")
                        .map(operation -> Arguments.of(way, account, operation))));
    }

    @ParameterizedTest
    @MethodSource("clients")
    void everyClientOfAConfiguredAccountHasItsCredentials(String way, String account, String operation) {
        JsonObject response = operation.equals("own/order")
                ? call(way, account, operation, order(account))
                : call(way, account, operation);

        assertThat(response).containsKey("result");
        Keys keys = ACCOUNTS.get(account).keys();
        assertThat(SANDBOX.journal().last().header("API-Token"))
                .isEqualTo(operation.startsWith("lightning") ? keys.lightningApiToken() : keys.apiToken());
    }

    @Test
    void algorithmIsInheritedUnlessTheAccountHasItsOwn() {
        call("of", "north", "orders/cryptoCurrencies");
        assertThat(SANDBOX.journal().last().header("Algorithm")).isEqualTo("HMAC-SHA256");
        call("of", "south", "orders/cryptoCurrencies");
        assertThat(SANDBOX.journal().last().header("Algorithm")).isEqualTo("HMAC-SHA3_256");
    }

    /** The price or the id of an order identifies the account, so that the journal tells the requests apart. */
    @Test
    void simultaneousCallsNeverMixCredentialsNotEvenWhenTheyAreRepeated() throws Exception {
        List<String> orders = NAMES.stream().map(this::order).toList();
        SANDBOX.journal().clear();
        // Every order fails twice in all, so that no call needs more than the two retries of the default.
        Map<String, Integer> failed = new ConcurrentHashMap<>();
        SANDBOX.faults()
                .next(
                        1_000,
                        request ->
                                request.method().equals("GET") && failed.merge(request.target(), 1, Integer::sum) <= 2,
                        Fault.html(503));

        CROWD.run(number -> {
            int account = number % NAMES.size();
            String name = NAMES.get(account);
            String way = isConfigured(name) && number / NAMES.size() % 2 == 0 ? "injected" : "of";
            assertThat(call(way, name, "orders/order", orders.get(account))).containsKey("result");
            assertThat(call(way, name, "orders/createPayment", Probe.payment(account + 1)))
                    .containsKey("result");
            assertThat(call(
                            way,
                            name,
                            "lightning/createOrder",
                            Probe.record(Map.of("price", account + 1, "priceCurrency", "USD"))))
                    .containsKey("result");
        });

        List<ReceivedRequest> requests = SANDBOX.journal().requests();
        assertThat(requests).hasSize(3 * CROWD.size() + 2 * NAMES.size());
        for (ReceivedRequest request : requests) {
            boolean isRead = request.method().equals("GET");
            int account = isRead
                    ? IntStream.range(0, orders.size())
                            .filter(i -> request.target().endsWith(orders.get(i)))
                            .findFirst()
                            .orElseThrow()
                    : Integer.parseInt(Probe.parse(request.text())
                                    .getOrDefault(
                                            "vs_price",
                                            Probe.parse(request.text()).get("price"))
                                    .toString())
                            - 1;
            Keys keys = ACCOUNTS.get(NAMES.get(account)).keys();
            assertThat(request.header("API-Token"))
                    .isEqualTo(request.target().contains("/bln/") ? keys.lightningApiToken() : keys.apiToken());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"orders/cryptoCurrencies", "lightning/balance"})
    void accountWithoutCredentialsOfItsOwnSendsNothingAndNamesTheKeys(String operation) {
        JsonObject response = call("of", "bare", operation);

        String prefix = "aurpay.accounts.bare." + (operation.startsWith("lightning") ? "lightning." : "");
        assertThat(response.getString("message"))
                .contains(prefix + "api-token", prefix + "secret-key", prefix + "api-key", "nothing was sent");
        assertThat(response).containsEntry("outcomeUnknown", JsonValue.FALSE);
        assertThat(SANDBOX.journal().requests()).isEmpty();
    }

    @Test
    void storedAccountWithoutCredentialsSendsNothing() {
        assertThat(call("of", StoredAccounts.BARE, "orders/cryptoCurrencies").getString("message"))
                .contains("<stored-bare> of Accounts has no credentials", "nothing was sent");
        assertThat(SANDBOX.journal().requests()).isEmpty();
    }

    @Test
    void unknownNameIsRejectedAndAFailedLookUpIsTransient() {
        assertThat(call("of", "nobody", "orders/cryptoCurrencies").getString("message"))
                .contains("there is no account <nobody>", "[bare, harbour, north, south]");
        assertThat(call("of", StoredAccounts.FAILING, "orders/cryptoCurrencies").getString("exception"))
                .isEqualTo("AurpayUnavailableException");
        assertThat(SANDBOX.journal().requests()).isEmpty();
    }

    @Test
    void orderOfAnotherAccountIsUnknown() {
        String order = order("north");

        JsonObject response = call("of", "south", "orders/order", order);
        JsonObject invented = call("of", "south", "orders/order", "20240806071926999999");

        assertThat(response).doesNotContainKey("result");
        assertThat(response.get("code")).isEqualTo(invented.get("code"));
        assertThat(call("of", "north", "orders/order", order)).containsKey("result");
    }

    /** The build sets {@code AURPAY_ACCOUNTS_HARBOUR_API_TOKEN} and so on. */
    @Test
    void credentialsOfAnAccountMayBeEnvironmentVariables() {
        call("of", "harbour", "orders/cryptoCurrencies");

        assertThat(SANDBOX.journal().last().header("API-Token")).isEqualTo(ENVIRONMENT_TOKEN);
    }

    @Test
    void noTextShowsASecret() {
        for (String name : NAMES) {
            String text =
                    new Probe(base).get("probe/accounts/of/" + name + "/text").body();
            assertThat(text).contains(name).doesNotContain("<html");
            // Not AssertJ's contains, which would print the secret.
            assertThat(Sandboxes.secrets().filter(text::contains)).isEmpty();
        }
    }

    /** Creates an order of an account. */
    private String order(String account) {
        return call("of", account, "orders/createPayment", Probe.payment(1))
                .getJsonObject("result")
                .getString("orderId");
    }

    private JsonObject call(String way, String account, String operation, Object... arguments) {
        JsonArrayBuilder json = Json.createArrayBuilder();
        for (Object argument : arguments) {
            json.add(argument instanceof JsonValue value ? value : Json.createValue(argument.toString()));
        }
        HttpResponse<String> response = new Probe(base)
                .send(HttpRequest.newBuilder(base.resolve("probe/accounts/" + way + "/" + account + "/" + operation))
                        .POST(BodyPublishers.ofString(json.build().toString()))
                        .build());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return Probe.parse(response.body());
    }
}
