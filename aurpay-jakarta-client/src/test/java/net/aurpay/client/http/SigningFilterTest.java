package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.json.JsonObject;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import net.aurpay.client.Account;
import net.aurpay.client.Algorithm;
import net.aurpay.client.AurpayException;
import net.aurpay.client.Credentials;
import net.aurpay.client.PaymentUrlRequest;
import net.aurpay.client.TestData;
import net.aurpay.client.WalletClient;
import net.aurpay.client.WithdrawalRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SigningFilterTest {
    private static final String REFUND = "/api/v2/order/refund/20240614061316661529";

    @BeforeEach
    void configure() {
        FakeConfig.of("aurpay.api-token=T", "aurpay.secret-key=S", "aurpay.lightning.api-key=L")
                .install();
    }

    static List<JsonObject> vectors() {
        return TestData.rows("signature-vectors.json", "requests").stream()
                .filter(vector -> vector.getString("method").equals("GET")
                        || vector.getString("requestTarget").contains("/refund/"))
                .toList();
    }

    /** The filter chooses the date, so the expected signature is computed from what was sent. */
    @ParameterizedTest
    @MethodSource("vectors")
    void signsWhatIsSent(JsonObject vector) {
        FakeExchange exchange = new FakeExchange(vector.getString("method"), vector.getString("requestTarget"), null);
        exchange.configuration.put(
                SigningFilter.CREDENTIALS,
                Credentials.signature(vector.getString("apiToken"), vector.getString("secretKey"))
                        .withAlgorithm(Algorithm.of(vector.getString("algorithm"))));
        new SigningFilter().filter(exchange.request());
        String date = header(exchange, "Date");
        String origin = vector.getString("signatureOrigin").replace(vector.getString("date"), date);
        assertThat(date).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(header(exchange, "API-Token")).isEqualTo(vector.getString("apiToken"));
        assertThat(header(exchange, "Algorithm")).isEqualTo(vector.getString("algorithm"));
        assertThat(header(exchange, "Body-MD5")).isEqualTo(vector.getString("bodyMd5"));
        assertThat(header(exchange, "Signature"))
                .isEqualTo(Reference.hmac(vector.getString("algorithm"), vector.getString("secretKey"), origin));
        assertThat(exchange.requestHeaders).hasSize(6).doesNotContainKey("API-Key");
        assertThat(exchange.properties).containsEntry(SigningFilter.ORIGIN, origin);
    }

    @Test
    void sendsTheBytesThatItHashed() {
        FakeExchange exchange = new FakeExchange(
                "POST", "/api/order/pay-url", PaymentUrlRequest.of(new BigDecimal("0.00000050"), "USD"));
        new SigningFilter().filter(exchange.request());
        byte[] sent = (byte[]) Objects.requireNonNull(exchange.entity);
        assertThat(new String(sent, StandardCharsets.UTF_8)).isEqualTo("{\"price\":0.00000050,\"currency\":\"USD\"}");
        assertThat(header(exchange, "Body-MD5")).isEqualTo(Reference.md5(sent));
        assertThat(String.valueOf(exchange.properties.get(SigningFilter.ORIGIN)))
                .endsWith("POST /api/order/pay-url | " + Reference.md5(sent));
        assertThat(exchange.properties).containsEntry(SigningFilter.BODY, sent);
    }

    @Test
    void notesTheVerificationCodeSoThatMessagesHideIt() {
        WithdrawalRequest plain = WithdrawalRequest.of("lightning", "BTC", BigDecimal.ONE);
        FakeExchange with = new FakeExchange("POST", "/api/withdraw", plain.withLightning("lnbc1", "123456"));
        FakeExchange without = new FakeExchange("POST", "/api/withdraw", plain);

        new SigningFilter().filter(with.request());
        new SigningFilter().filter(without.request());

        assertThat(with.properties).containsEntry(SigningFilter.VERIFY_CODE, "123456");
        assertThat(without.properties).doesNotContainKey(SigningFilter.VERIFY_CODE);
    }

    @Test
    void clientThatWasBuiltByHandHasTheConfigurationOfItsBuilder() {
        FakeExchange exchange = new FakeExchange("POST", REFUND, null);
        exchange.configuration.put(
                CurrentConfig.OWN,
                ClientConfig.of(
                        FakeConfig.of("aurpay.api-token=T", "aurpay.secret-key=S", "aurpay.signing.empty-body=omit")));

        new SigningFilter().filter(exchange.request());

        assertThat(header(exchange, "Body-MD5")).isEmpty();
    }

    /** The set decides which credentials of the account are sent, never which account. */
    @Test
    void sharedClientSignsForTheAccountOfTheCall() throws Exception {
        Account account = Account.of("north", Credentials.apiKey("of-north"))
                .withLightning(Credentials.apiKey("lightning-of-north"));

        new CallAccount(account, true).call(() -> {
            assertThat(header(shared(REFUND), "API-Key")).isEqualTo("of-north");
            assertThat(header(shared("/api/bln/balance"), "API-Key")).isEqualTo("lightning-of-north");
            FakeExchange injected = new FakeExchange("POST", REFUND, null);
            new SigningFilter().filter(injected.request());
            assertThat(header(injected, "API-Token"))
                    .as("of a client that is not shared")
                    .isEqualTo("T");
            return null;
        });
    }

    @Test
    void sharedClientSendsNothingWithoutCredentialsOfTheAccount() {
        String nothingSent = "; nothing was sent";
        assertThatThrownBy(() -> shared(REFUND))
                .isInstanceOf(AurpayException.class)
                .hasMessage("this server signs a request on another thread than that of the call, so the account of the"
                        + " call is not known" + nothingSent);
        assertThatThrownBy(() -> new CallAccount(Account.of("north"), true).call(() -> shared(REFUND)))
                .isInstanceOf(AurpayException.class)
                .hasMessage("the account <north> has no credentials: set aurpay.accounts.north.api-token and"
                        + " aurpay.accounts.north.secret-key, or aurpay.accounts.north.api-key" + nothingSent);
        Account south = Account.of("south", Credentials.apiKey("of-south"));
        assertThatThrownBy(() -> new CallAccount(south, false).call(() -> shared("/api/bln/balance")))
                .isInstanceOf(AurpayException.class)
                .hasMessage("the account <south> of Accounts has no Lightning credentials" + nothingSent);
    }

    private static FakeExchange shared(String target) {
        FakeExchange exchange = new FakeExchange("GET", target, null);
        exchange.configuration.put(CallAccount.SHARED, true);
        new SigningFilter().filter(exchange.request());
        return exchange;
    }

    /** Quarkus runs no extension that would have checked the deployment. */
    @Test
    void sendsNothingIfTheClientWouldFollowRedirects() {
        FakeConfig.of("aurpay.api-key=K", "aurpay/mp-rest/followRedirects=true").install();
        FakeExchange exchange = new FakeExchange("GET", "/api/v2/tx", null);

        AurpayException thrown =
                catchThrowableOfType(AurpayException.class, () -> new SigningFilter().filter(exchange.request()));

        assertThat(thrown).hasMessageContaining("followRedirects").hasMessageContaining("nothing was sent");
        assertThat(exchange.requestHeaders).isEmpty();
    }

    @Test
    void sendsTheQueryThatItSigned() {
        FakeExchange exchange = new FakeExchange("GET", "/api/v2/tx?page=2&st=2024-10-10T00%3A00%3A00&x=a+b", null);
        new SigningFilter().filter(exchange.request());
        assertThat(exchange.uri)
                .hasToString("https://dashboard.aurpay.net/api/v2/tx?page=2&st=2024-10-10T00:00:00&x=a%20b");
        assertThat(String.valueOf(exchange.properties.get(SigningFilter.ORIGIN)))
                .endsWith(" | GET /api/v2/tx?page=2&st=2024-10-10T00:00:00&x=a%20b");
    }

    /** Jersey calls interceptors of the application before those of this library. */
    @Test
    void sendsTheSignedBytesOnJerseyWhateverAnInterceptorWrites() throws IOException {
        FakeExchange exchange = new FakeExchange(
                "POST", "/api/order/pay-url", PaymentUrlRequest.of(new BigDecimal("0.00000050"), "USD"));
        ByteArrayOutputStream wire = new ByteArrayOutputStream();
        exchange.requestBody = wire;
        new SigningFilter().filter(exchange.jerseyRequest());

        exchange.requestBody.write('<');

        assertThat(wire.toByteArray()).isEqualTo(exchange.entity);
    }

    /** Java's HttpURLConnection has no PATCH. */
    @Test
    void sendsAPatchUnlessTheRestClientIsJersey() {
        FakeExchange exchange = new FakeExchange("PATCH", "/api/v3/invoices/7", Map.of("note", "x"));
        AurpayException thrown =
                catchThrowableOfType(AurpayException.class, () -> new SigningFilter().filter(exchange.jerseyRequest()));
        assertThat(thrown)
                .hasMessageContaining("this server's REST client cannot send a PATCH")
                .hasMessageContaining("nothing was sent");
        assertThat(exchange.requestHeaders).isEmpty();

        new SigningFilter().filter(exchange.request());

        assertThat(exchange.requestHeaders).containsKey("Signature");
    }

    @Test
    void givesAReadNoBody() {
        FakeExchange exchange = new FakeExchange("GET", "/api/v2/tx", null);
        new SigningFilter().filter(exchange.request());
        assertThat(exchange.entity).isNull();
        assertThat(exchange.properties).doesNotContainKey(SigningFilter.BODY);
    }

    @Test
    void leavesTheStreamAloneOnOtherImplementations() {
        FakeExchange exchange = new FakeExchange("POST", REFUND, null);
        OutputStream wire = new ByteArrayOutputStream();
        exchange.requestBody = wire;

        new SigningFilter().filter(exchange.request());

        assertThat(exchange.requestBody).isSameAs(wire);
    }

    @Test
    void sendsNoForeignBodyWithARefund() {
        FakeExchange exchange = new FakeExchange("POST", REFUND, "{\"amount\":1}");
        AurpayException thrown =
                catchThrowableOfType(AurpayException.class, () -> new SigningFilter().filter(exchange.request()));
        assertThat(thrown).hasMessageContaining("nothing was sent");
        assertThat(exchange.requestHeaders).isEmpty();
    }

    @Test
    void asksForJsonUnlessTheRestClientHasDoneSo() {
        FakeExchange without = new FakeExchange("GET", "/api/v2/tx", null);
        FakeExchange with = new FakeExchange("GET", "/api/v2/tx", null);
        with.requestHeaders.putSingle("Accept", "application/problem+json");

        new SigningFilter().filter(without.request());
        new SigningFilter().filter(with.request());

        assertThat(without.requestHeaders).containsEntry("Accept", List.of("application/json"));
        assertThat(with.requestHeaders).containsEntry("Accept", List.of("application/problem+json"));
    }

    @Test
    void givesAPostWithoutABodyAnEmptyBody() {
        FakeExchange exchange = new FakeExchange("POST", REFUND, null);
        new SigningFilter().filter(exchange.request());
        assertThat(exchange.entity).isEqualTo(new byte[0]);
        assertThat(exchange.mediaType).isSameAs(MediaType.APPLICATION_JSON_TYPE);
    }

    @Test
    void sendsNothingIfTheBodyIsNullOrNotJson() {
        Method withdraw = RecordedResponse.method(WalletClient.class, "withdraw");
        for (Object entity : new Object[] {"null", "{\"amount\":1}", new byte[] {1}}) {
            FakeExchange exchange = new FakeExchange("POST", "/api/withdraw", entity.equals("null") ? null : entity);
            exchange.properties.put(InvokedMethod.PROPERTY, withdraw);
            AurpayException thrown =
                    catchThrowableOfType(AurpayException.class, () -> new SigningFilter().filter(exchange.request()));
            assertThat(thrown).hasMessageContaining("the body must").hasMessageContaining("nothing was sent");
            assertThat(thrown.outcomeUnknown()).isFalse();
            assertThat(exchange.requestHeaders).isEmpty();
        }
    }

    @Test
    void sendsOnlyTheKeyForKeyAuthentication() {
        FakeConfig.of("aurpay.api-key=K").install();
        FakeExchange exchange = new FakeExchange("GET", "/api/withdraw/wallets", null);
        new SigningFilter().filter(exchange.request());
        assertThat(exchange.requestHeaders)
                .containsOnlyKeys("Accept", "API-Key")
                .containsEntry("API-Key", List.of("K"));
    }

    /** In an EAR, one client may serve two applications. */
    @Test
    void sendsTheKeyOfTheCallingApplicationAndReadsEachConfigurationOnce() {
        SigningFilter filter = new SigningFilter();
        Map<String, String> values = new HashMap<>(Map.of("aurpay.api-key", "K1"));
        new FakeConfig(values).install();
        assertThat(keySentBy(filter)).isEqualTo("K1");
        values.put("aurpay.api-key", "changed");
        assertThat(keySentBy(filter)).isEqualTo("K1");

        FakeConfig.of("aurpay.api-key=K2").install();

        assertThat(keySentBy(filter)).isEqualTo("K2");
    }

    private static String keySentBy(SigningFilter filter) {
        FakeExchange exchange = new FakeExchange("GET", "/api/withdraw/wallets", null);
        filter.filter(exchange.request());
        return header(exchange, "API-Key");
    }

    @Test
    void neverMixesTheTwoSetsOfCredentials() {
        FakeExchange lightning = new FakeExchange("GET", "/api/bln/balance", null);
        new SigningFilter().filter(lightning.request());
        assertThat(lightning.requestHeaders)
                .containsOnlyKeys("Accept", "API-Key")
                .containsEntry("API-Key", List.of("L"));
        FakeConfig.of("aurpay.lightning.api-key=L").install();
        AurpayException thrown = catchThrowableOfType(AurpayException.class, () -> new SigningFilter()
                .filter(new FakeExchange("GET", "/api/v2/tx", null).request()));
        assertThat(thrown)
                .hasMessageContaining("aurpay.api-token")
                .hasMessageContaining("aurpay.secret-key")
                .hasMessageContaining("aurpay.api-key")
                .hasMessageContaining("nothing was sent");
        assertThat(thrown.outcomeUnknown()).isFalse();
    }

    @Test
    void saysThatNothingWasSentWhenTheConfigurationIsWrong() {
        FakeConfig.of("aurpay.api-token=T").install();
        AurpayException thrown = catchThrowableOfType(AurpayException.class, () -> new SigningFilter()
                .filter(new FakeExchange("POST", REFUND, null).request()));
        assertThat(thrown)
                .hasMessageContaining("aurpay.secret-key is missing")
                .hasMessageContaining("nothing was sent");
        assertThat(thrown.outcomeUnknown()).isFalse();
    }

    @Test
    void signsForManyThreadsAtOnceWithoutMixingMerchants() {
        SigningFilter filter = new SigningFilter();
        IntStream.range(0, 4_000).parallel().forEach(i -> {
            String merchant = "merchant" + i % 8;
            FakeExchange exchange = new FakeExchange("GET", "/api/v2/tx?page=" + i, null);
            exchange.configuration.put(
                    SigningFilter.CREDENTIALS, Credentials.signature(merchant, "secret-" + merchant));
            filter.filter(exchange.request());
            assertThat(header(exchange, "API-Token")).isEqualTo(merchant);
            assertThat(header(exchange, "Signature"))
                    .isEqualTo(Reference.hmac(
                            "HMAC-SHA256",
                            "secret-" + merchant,
                            "HMAC-SHA256 | " + header(exchange, "Date") + " | GET /api/v2/tx?page=" + i));
        });
    }

    @Test
    void sendsALogInWithoutCredentials() {
        FakeExchange exchange = new FakeExchange("POST", "/api/user/login", null);

        new SigningFilter().filter(exchange.request());

        assertThat(exchange.requestHeaders).isEmpty();
    }

    @Test
    void writesTheBearerSchemeOnceAndRejectsLineBreaks() {
        for (String token : List.of("abc.def", "Bearer abc.def")) {
            FakeExchange exchange = new FakeExchange("GET", "/api/plugin/key", null);
            exchange.requestHeaders.putSingle("Authorization", token);
            new SigningFilter().filter(exchange.request());
            assertThat(header(exchange, "Authorization")).isEqualTo("Bearer abc.def");
        }
        FakeExchange injected = new FakeExchange("GET", "/api/plugin/key", null);
        injected.requestHeaders.putSingle("Authorization", "Bearer hush\r\nX-Injected: 1");
        AurpayException thrown =
                catchThrowableOfType(AurpayException.class, () -> new SigningFilter().filter(injected.request()));
        assertThat(thrown).hasMessageContaining("nothing was sent");
        assertThat(thrown.getMessage()).doesNotContain("hush");
    }

    private static String header(FakeExchange exchange, String name) {
        return String.valueOf(exchange.requestHeaders.getFirst(name));
    }
}
