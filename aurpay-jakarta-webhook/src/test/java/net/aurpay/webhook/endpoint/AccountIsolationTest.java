package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Order;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxConfig;
import net.aurpay.webhook.testing.SignedCallback;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.RejectionReason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing of one account is ever accepted for another. */
class AccountIsolationTest {
    /** The unnamed one, two whose names differ in case, and one that another's URL could be taken for. */
    private static final List<String> ACCOUNTS = List.of("", "north", "North", "north-1");

    private final FakeTransaction transaction = new FakeTransaction();
    private final FakeObservers observers = new FakeObservers();
    private final FakeAccounts accounts = FakeAccounts.of("north", "North", "north-1");
    private final LoggedLines logged = LoggedLines.of(RejectionLog.class);
    private final Inbox inbox = Inbox.inMemory(
            new InboxConfig(Optional.empty(), "", 1000, Duration.ofDays(1), Optional.empty()), Sample.CLOCK);

    /** The orders that each account's credentials can see, by their ids. */
    private final Map<String, Map<String, Order>> orders = new HashMap<>();

    private CallbackEndpoint endpoint = endpoint(false);

    @AfterEach
    void close() {
        logged.close();
    }

    /** Everything that a callback consists of, each taken from each of the accounts. */
    @Test
    void believesACallbackOnlyIfAllOfItIsOfOneAccount() {
        int believed = 0;
        for (String path : ACCOUNTS) {
            for (String signed : ACCOUNTS) {
                for (String token : ACCOUNTS) {
                    for (String secret : ACCOUNTS) {
                        boolean right = path.equals(signed) && path.equals(token) && path.equals(secret);
                        Map<String, String> headers = SignedCallback.of(URI.create(url(signed, "1")))
                                .signedWith(FakeAccounts.token(token), FakeAccounts.secret(secret))
                                .withDate(Sample.NOW)
                                .headers();
                        int status = answer(path, "1", headers, Optional.empty());
                        assertThat(status)
                                .as("path <%s>, signed for <%s>, token <%s>, secret <%s>", path, signed, token, secret)
                                .isEqualTo(right ? 200 : 401);
                        believed += right ? 1 : 0;
                        assertThat(observers.fired).hasSize(believed);
                    }
                }
            }
        }
        assertThat(observers.fired)
                .extracting(OrderEvent::account)
                .containsExactlyElementsOf(ACCOUNTS.stream()
                        .map(account -> Optional.of(account).filter(name -> !name.isEmpty()))
                        .toList());
        assertThat(observers.rejected).isEmpty();
    }

    @Test
    void anOrderConfirmsOnlyAPaymentOfItsAccount() {
        endpoint = endpoint(true);
        for (String owner : ACCOUNTS) {
            orders.clear();
            orders.put(owner, Map.of(Sample.ORDER_ID, Sample.order(Map.of("status", "SUCCESS"))));
            for (String account : ACCOUNTS) {
                int fired = observers.fired.size();
                boolean right = account.equals(owner);
                assertThat(confirm(account, "2"))
                        .as("order of <%s> for <%s>", owner, account)
                        .isEqualTo(right || isFired(account, "2") ? 200 : 409);
                assertThat(observers.fired).hasSize(fired + (right ? 1 : 0));
            }
        }
        assertThat(observers.rejected)
                .isNotEmpty()
                .extracting(CallbackRejected::reason)
                .containsOnly(RejectionReason.ORDER_UNKNOWN);
        assertThat(observers.rejected).extracting(CallbackRejected::account).contains(Optional.of("north-1"));
    }

    private boolean isFired(String account, String payment) {
        return observers.fired.stream()
                .anyMatch(event -> event.account().orElse("").equals(account)
                        && event.reference().equals(payment));
    }

    /** Two accounts may have the same order id, and an account may choose the payment id of another. */
    @Test
    void equalPaymentsAndOrdersOfSeveralAccountsAreProcessedOnceEach() {
        endpoint = endpoint(true);
        ACCOUNTS.forEach(
                account -> orders.put(account, Map.of(Sample.ORDER_ID, Sample.order(Map.of("status", "SUCCESS")))));
        for (int i = 0; i < 2; i++) {
            for (String account : ACCOUNTS) {
                assertThat(confirm(account, "3")).isEqualTo(200);
            }
        }
        assertThat(observers.fired).extracting(OrderEvent::account).hasSize(4).doesNotHaveDuplicates();
        assertThat(observers.fired).extracting(OrderEvent::paymentId).containsOnly(Optional.of(Sample.PAYMENT));
        // Within an account, an order still confirms one payment only.
        String other = url("north", "4").replace(Sample.PAYMENT, "f".repeat(32));
        assertThat(answer("north", other, signed("north", other), body())).isEqualTo(409);
    }

    @Test
    void anOrderOfAnotherUserDoesNotConfirm() {
        endpoint = endpoint(true);
        accounts.accounts.put("north", FakeAccounts.account("north").withUserId("7"));
        orders.put("north", Map.of(Sample.ORDER_ID, Sample.order(Map.of("status", "SUCCESS", "user_id", "8"))));
        assertThat(confirm("north", "1")).isEqualTo(409);
        orders.put("north", Map.of(Sample.ORDER_ID, Sample.order(Map.of("status", "SUCCESS", "user_id", "7"))));
        assertThat(confirm("north", "1")).isEqualTo(200);
    }

    @Test
    void anAccountThatDoesNotExistLooksLikeAWrongSignature() {
        for (String account : List.of("east", "a".repeat(64), "_", "-")) {
            assertThat(answer(account, "1")).isEqualTo(401);
        }
        assertThat(logged.lines()).singleElement().asString().contains("ACCOUNT_UNKNOWN", "account <east>");
        assertThat(observers.fired).isEmpty();
    }

    @Test
    void anAccountWithoutWhatIsRequiredIsUnknown() {
        accounts.accounts.put("east", Account.of("east").withCallbackTokens(List.of(FakeAccounts.token("east"))));
        assertThat(answer("east", "1")).isEqualTo(401);
        accounts.accounts.put("east", Account.of("east"));
        assertThat(answer("east", "1")).isEqualTo(401);
        assertThat(logged.lines()).singleElement().asString().contains("ACCOUNT_UNKNOWN, SIGNATURE is required");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "succeeded",
                "timed-out",
                "a.b",
                "a%41",
                "n\u00f6rd",
                "north/",
                "north/north",
                "../north",
                "north;v=1",
                " north"
            })
    void looksNoNameUpThatNoAccountHas(String name) {
        String suffix = "/" + name + "/succeeded?reference=1";
        Map<String, String> headers = signed("north", url("north", "1"));
        Delivery delivery = new Delivery(CallbackKind.SUCCEEDED, suffix, Sample.lists(headers), Optional.empty());

        assertThat(endpoint.answer(delivery).status()).isEqualTo(401);
        assertThat(accounts.lookUps).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Callback-Token", "Signature", "Date"})
    void looksNoNameUpForARequestWithoutAHeader(String header) {
        Map<String, String> headers = new HashMap<>(signed("north", url("north", "1")));
        headers.remove(header);

        assertThat(answer("north", "1", headers, Optional.empty())).isEqualTo(401);
        assertThat(accounts.lookUps).hasValue(0);
    }

    @Test
    void aLookUpThatFailsIs503AndFiresNothing() {
        accounts.failure = AurpayException.builder("the database is down").build();
        assertThat(answer("north", "1")).isEqualTo(503);
        assertThat(answer("", "1")).as("the unnamed account needs no look-up").isEqualTo(200);
        accounts.failure = null;
        assertThat(answer("north", "1")).isEqualTo(200);
    }

    @Test
    void lineOfADeferredCallbackNamesTheAccount() {
        accounts.failure = AurpayException.builder("the database is down").build();
        try (LoggedLines lines = LoggedLines.of(Rejections.class)) {
            assertThat(answer("north", "1")).isEqualTo(503);
            assertThat(answer("north-1", "1")).isEqualTo(503);
            // One line an hour: names are easily invented.
            assertThat(lines.lines())
                    .singleElement()
                    .asString()
                    .startsWith("account <north> cannot be looked up, so a callback is deferred (503)");
        }
    }

    @Test
    void followsChangedSecrets() {
        assertThat(answer("north", "1")).isEqualTo(200);
        accounts.accounts.put(
                "north",
                FakeAccounts.account("north").withCallbackSecrets(List.of("new-secret", FakeAccounts.secret("north"))));
        assertThat(answer("north", "2")).isEqualTo(200);
        accounts.accounts.put("north", FakeAccounts.account("north").withCallbackSecrets(List.of("new-secret")));
        assertThat(answer("north", "3")).isEqualTo(401);
        accounts.accounts.remove("north");
        assertThat(answer("north", "3")).isEqualTo(401);
    }

    @Test
    void theUnnamedAccountIs404IfOnlyNamedOnesAreServed() {
        Map<String, String> properties = new HashMap<>(Sample.properties());
        properties.remove("aurpay.webhook.token");
        properties.remove("aurpay.webhook.secret");
        WebhookConfig config =
                WebhookConfig.of(new MapConfig(properties), Set.of(), true).orElseThrow();
        endpoint = endpoint(config, false);

        assertThat(answer("", "1")).isEqualTo(404);
        assertThat(answer("north", "1")).isEqualTo(200);
    }

    @Test
    void logLinesAndRejectionsNameTheAccount() {
        try (LoggedLines lines = LoggedLines.of(CallbackEndpoint.class);
                LoggedLines rejections = LoggedLines.of(Rejections.class)) {
            assertThat(answer("north", "1")).isEqualTo(200);
            String url = url("north", "2");
            Map<String, String> stale = SignedCallback.of(URI.create(url))
                    .signedWith(FakeAccounts.token("north"), FakeAccounts.secret("north"))
                    .withDate(Sample.NOW.minus(Duration.ofDays(2)))
                    .headers();
            assertThat(answer("north", url, stale, Optional.empty())).isEqualTo(401);

            assertThat(lines.lines())
                    .singleElement()
                    .asString()
                    .startsWith("callback SUCCEEDED of account <north> of reference <1> processed");
            assertThat(rejections.lines())
                    .singleElement()
                    .asString()
                    .startsWith("callback SUCCEEDED of account <north> of reference <2> is authentic");
        }
        assertThat(observers.rejected).singleElement().satisfies(event -> assertThat(event.account())
                .contains("north"));
    }

    private static String url(String account, String reference) {
        return Sample.BASE + CallbackPath.of(account, CallbackKind.SUCCEEDED) + "?reference=" + reference + "&payment="
                + Sample.PAYMENT;
    }

    private static Map<String, String> signed(String account, String url) {
        return SignedCallback.of(URI.create(url))
                .signedWith(FakeAccounts.token(account), FakeAccounts.secret(account))
                .withDate(Sample.NOW)
                .headers();
    }

    private int answer(String account, String reference) {
        return answer(account, reference, signed(account, url(account, reference)), Optional.empty());
    }

    private int confirm(String account, String reference) {
        return answer(account, reference, signed(account, url(account, reference)), body());
    }

    private static Optional<String> body() {
        return Optional.of(Sample.resource("order.json"));
    }

    private int answer(String account, String referenceOrUrl, Map<String, String> headers, Optional<String> body) {
        String url = referenceOrUrl.contains("/") ? referenceOrUrl : url(account, referenceOrUrl);
        String target = "/shop/aurpay" + url.substring(url.indexOf("/callbacks"));
        return endpoint.answer(new Delivery(
                        CallbackKind.SUCCEEDED,
                        RawCallbackUrl.urlSuffix(target),
                        Sample.lists(headers),
                        body.map(text -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))))
                .status();
    }

    private CallbackEndpoint endpoint(boolean confirm) {
        Map<String, String> properties = new HashMap<>(Sample.properties());
        properties.put("aurpay.webhook.token", FakeAccounts.token(""));
        properties.put("aurpay.webhook.secret", FakeAccounts.secret(""));
        return endpoint(WebhookConfig.of(new MapConfig(properties)).orElseThrow(), confirm);
    }

    private CallbackEndpoint endpoint(WebhookConfig read, boolean confirm) {
        CallbackRules rules = new CallbackRules(
                read.urls(),
                Set.of(AuthenticationFactor.TOKEN, AuthenticationFactor.SIGNATURE),
                Duration.ofMinutes(5),
                Duration.ofDays(1),
                Sample.CLOCK);
        Account unnamed = Account.of("unnamed")
                .withCallbackTokens(List.of(FakeAccounts.token("")))
                .withCallbackSecrets(List.of(FakeAccounts.secret("")));
        CallbackAccounts found = new CallbackAccounts(
                rules,
                read.verifier()
                        .map(verifier -> new CallbackAccount("", rules.verifier(unnamed), confirmation("", confirm))),
                accounts,
                name -> confirmation(name, confirm));
        return new CallbackEndpoint(
                read,
                new EventTransaction(() -> transaction, inbox, observers),
                found,
                Json.createReaderFactory(Map.of()),
                Sample.CLOCK);
    }

    private Optional<OrderConfirmation> confirmation(String account, boolean confirm) {
        return confirm
                ? Optional.of(new OrderConfirmation(
                        id -> order(account, id), Sample.noTransactions(), () -> Optional.ofNullable(
                                        accounts.accounts.get(account))
                                .flatMap(Account::userId)))
                : Optional.empty();
    }

    private Order order(String account, String id) {
        Order found = orders.getOrDefault(account, Map.of()).get(id);
        if (found == null) {
            throw AurpayException.builder("no such order")
                    .code(404)
                    .httpStatus(200)
                    .build();
        }
        return found;
    }
}
