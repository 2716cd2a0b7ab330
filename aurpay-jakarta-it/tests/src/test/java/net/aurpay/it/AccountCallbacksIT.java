package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.aurpay.it.named.KnownAccounts;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Receives callbacks of several accounts: the unnamed one, two in the configuration, and two that a bean of the application
 * knows. Whatever is mixed up, nothing is accepted, and no event has the name of another account.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class AccountCallbacksIT {
    private static final String URL = "https://shop.example.com/pay";
    private static final List<String> ACCOUNTS = List.of("", "north", "south", "east", "West");

    private static final String CONFIGURED = "accounts";
    private static final String OF_A_BEAN = "accounts-of-a-bean";

    @ArquillianResource
    @OperateOnDeployment(CONFIGURED)
    URI base;

    @ArquillianResource
    @OperateOnDeployment(OF_A_BEAN)
    URI ofABean;

    /**
     * A callback that must be rejected.
     *
     * @param signed the URL that is signed, without a query
     * @param sent the path below {@code aurpay/callbacks} to which the callback is sent
     * @param token whose token
     * @param secret whose secret
     */
    record Wrong(String what, String signed, String sent, String token, String secret) {
        @Override
        public String toString() {
            return what;
        }
    }

    @Deployment(name = CONFIGURED, testable = false)
    static WebArchive application() {
        ApplicationArchive application = new ApplicationArchive(CONFIGURED)
                .addPackageOf(KnownAccounts.class)
                .property("aurpay.webhook.url", URL)
                .property("aurpay.webhook.token", token(""))
                .property("aurpay.webhook.secret", secret(""))
                .property("aurpay.accounts", "north,south");
        for (String account : List.of("north", "south")) {
            application
                    .property("aurpay.accounts." + account + ".webhook.token", token(account))
                    .property("aurpay.accounts." + account + ".webhook.secret", secret(account));
        }
        return application.build();
    }

    /** Neither the unnamed account nor a named one has a secret in the configuration. */
    @Deployment(name = OF_A_BEAN, testable = false)
    static WebArchive ofABean() {
        return new ApplicationArchive(OF_A_BEAN)
                .add(KnownAccounts.class)
                .property("aurpay.webhook.url", URL)
                .build();
    }

    static Stream<Wrong> mixedUp() {
        List<Wrong> all = new ArrayList<>();
        for (String own : ACCOUNTS) {
            for (String other : ACCOUNTS) {
                if (own.equals(other)) {
                    continue;
                }
                String pair = "<" + own + "> and <" + other + ">: ";
                all.add(new Wrong(pair + "callback under the other path", url(own), path(other), own, own));
                all.add(new Wrong(pair + "secret of the other", url(own), path(own), own, other));
                all.add(new Wrong(pair + "token of the other", url(own), path(own), other, own));
                all.add(new Wrong(pair + "both of the other", url(own), path(own), other, other));
                all.add(new Wrong(pair + "signed for the other path", url(other), path(own), own, own));
            }
        }
        return all.stream();
    }

    static Stream<Wrong> malformed() {
        List<Wrong> all = new ArrayList<>();
        for (String prefix :
                List.of("https://shop.example.com", "https://shop.example.com/PAY", "http://shop.example.com/pay")) {
            String path = path("north");
            all.add(new Wrong("URL prefix " + prefix, prefix + path, path, "north", "north"));
        }
        for (String spelling : List.of(
                "/North",
                "/NORTH",
                "/west",
                "/%6Eorth",
                "/n%6Frth",
                "/north%20",
                "/north;a=b",
                "//north",
                "/north/",
                "/./north",
                "/south/../north",
                "/north/north",
                "/south/north",
                "/succeeded",
                "/timed-out",
                "/callbacks",
                "/callbacks/north",
                "/cashier",
                "/probe",
                "/nobody",
                "/nor",
                "/north-",
                "/" + "n".repeat(65))) {
            String path = spelling + "/succeeded";
            String name = spelling.equals("/west") ? "West" : "north";
            all.add(new Wrong(spelling + ", signed as it is sent", URL + path, path, name, name));
            all.add(new Wrong(spelling + ", signed for the account", url(name), path, name, name));
            all.add(new Wrong(spelling + " with secrets of the unnamed account", URL + path, path, "", ""));
        }
        return all.stream();
    }

    @ParameterizedTest
    @MethodSource({"mixedUp", "malformed"})
    void wrongCallbackIsRejectedAndTheHonestOneAccepted(Wrong wrong) throws Exception {
        String query = query("wrong-" + Integer.toHexString(wrong.what().hashCode()));

        RawResponse response = send(
                wrong.sent() + query,
                SignedCallback.of(URI.create(wrong.signed() + query))
                        .signedWith(token(wrong.token()), secret(wrong.secret())));

        assertThat(response.status()).isBetween(400, 499);
        assertThat(seen(query)).isEmpty();
        for (String account : List.of(wrong.token(), wrong.secret())) {
            assertThat(succeeded(account, query)).as("the honest callback").isEqualTo(200);
        }
        assertThat(seen(query))
                .as("events")
                .containsExactlyInAnyOrderElementsOf(Stream.of(wrong.token(), wrong.secret())
                        .distinct()
                        .flatMap(account -> successOf(account).stream())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "north", "south", "east", "West"})
    void honestCallbackIsAcceptedUnderItsOwnName(String account) throws Exception {
        String paid = query("paid-by-" + account);
        String timedOut = query("not-paid-by-" + account);
        String path = (account.isEmpty() ? "" : "/" + account) + "/timed-out" + timedOut;

        assertThat(succeeded(account, paid)).isEqualTo(200);
        assertThat(send(path, honest(account, URL + path)).status()).isEqualTo(200);

        assertThat(seen(paid)).containsExactlyInAnyOrderElementsOf(successOf(account));
        assertThat(seen(timedOut)).containsExactly("all: OrderTimedOut of " + display(account));
    }

    @Test
    void equalPaymentIdsAreAcceptedOnceForEachAccount() throws Exception {
        String query = query("equal");

        for (int delivery = 0; delivery < 2; delivery++) {
            for (String account : ACCOUNTS) {
                assertThat(succeeded(account, query)).as(account).isEqualTo(200);
            }
        }

        assertThat(seen(query))
                .containsExactlyInAnyOrderElementsOf(ACCOUNTS.stream()
                        .flatMap(account -> successOf(account).stream())
                        .toList());
    }

    /** Otherwise, anyone could find out which accounts there are. */
    @ParameterizedTest
    @CsvSource({"nobody, north", "nobody, south", "nobody, east", "North, West"})
    void unknownNameIsAnsweredLikeABadSignature(String unknown, String known) throws Exception {
        String query = query("unknown-" + unknown + "-" + known);

        RawResponse ofUnknown = forged(unknown, query);
        RawResponse ofKnown = forged(known, query);

        assertThat(ofUnknown.status()).isEqualTo(401);
        assertThat(withoutDate(ofUnknown)).isEqualTo(withoutDate(ofKnown));
        assertThat(ofUnknown.body()).isEqualTo(ofKnown.body()).isEmpty();
    }

    @Test
    void failedLookUpIs503() throws Exception {
        String query = query("cannot-be-looked-up");

        RawResponse response = forged("broken", query);

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.isOurs()).isTrue();
        assertThat(response.tellsMore()).isEmpty();
        assertThat(seen(query)).isEmpty();
    }

    @Test
    void injectedUrlsHaveTheNameOfTheirAccount() {
        List<String> urls = new Probe(base)
                .get("probe/account-events/new/urls")
                .body()
                .lines()
                .toList();

        assertThat(urls).hasSize(3);
        assertThat(urls.get(0)).startsWith(URL + "/succeeded?reference=new&");
        assertThat(urls.get(1)).startsWith(URL + "/north/succeeded?reference=new&");
        assertThat(urls.get(2)).startsWith(URL + "/south/timed-out?reference=new&");
    }

    @Test
    void accountsOfABeanNeedNoSecretInTheConfiguration() {
        SignedCallback paid = honest("east", url("east") + query("of-a-bean"));

        assertThat(paid.sendTo(ofABean.resolve("aurpay/callbacks/east"))).isEqualTo(200);
        assertThat(paid.sendTo(ofABean.resolve("aurpay/callbacks"))).isEqualTo(404);

        assertThat(new Probe(ofABean).get("probe/events/of-a-bean").body()).contains(Server.beans());
    }

    private static String token(String account) {
        return "callback-token-of-" + account;
    }

    private static String secret(String account) {
        return "callback-secret-of-" + account;
    }

    private static String path(String account) {
        return (account.isEmpty() ? "" : "/" + account) + "/succeeded";
    }

    private static String url(String account) {
        return URL + path(account);
    }

    private static String query(String reference) {
        return "?reference=" + reference + "&payment=" + String.format("%032x", reference.hashCode());
    }

    private static String display(String account) {
        return account.isEmpty() ? "the unnamed account" : account;
    }

    private static List<String> successOf(String account) {
        String all = "all: OrderSucceeded of " + display(account);
        return account.equals("north") ? List.of(all, "north: OrderSucceeded of north") : List.of(all);
    }

    private static SignedCallback honest(String account, String url) {
        return SignedCallback.of(URI.create(url)).signedWith(token(account), secret(account));
    }

    private int succeeded(String account, String query) throws IOException {
        return send(path(account) + query, honest(account, url(account) + query))
                .status();
    }

    /** Sends a callback that has the right form, and that nobody who knows a secret has signed. */
    private RawResponse forged(String account, String query) throws IOException {
        return send(
                path(account) + query,
                SignedCallback.of(URI.create(url(account) + query)).signedWith("invented-token", "invented-secret"));
    }

    /** Sends the path byte for byte, which no HTTP client would do. */
    private RawResponse send(String path, SignedCallback callback) throws IOException {
        StringBuilder request = new StringBuilder("GET ")
                .append(base.getRawPath())
                .append("aurpay/callbacks")
                .append(path)
                .append(" HTTP/1.1\r\nHost: ")
                .append(base.getAuthority())
                .append("\r\n");
        for (Map.Entry<String, String> header : callback.headers().entrySet()) {
            request.append(header.getKey())
                    .append(": ")
                    .append(header.getValue())
                    .append("\r\n");
        }
        try (RawConnection connection = new RawConnection(base)) {
            connection.send(request.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
            return connection.response(false, RawConnection.PATIENCE);
        }
    }

    private List<String> seen(String query) {
        String reference = query.substring(query.indexOf('=') + 1, query.indexOf('&'));
        return new Probe(base)
                .get("probe/account-events/" + reference)
                .body()
                .lines()
                .toList();
    }

    private static List<String> withoutDate(RawResponse response) {
        return response.head()
                .lines()
                .filter(line -> !line.regionMatches(true, 0, "date:", 0, 5))
                .toList();
    }
}
