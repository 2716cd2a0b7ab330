package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.probe.ProbeRules;
import net.aurpay.webhook.probe.ProbeSeals;
import net.aurpay.webhook.probe.PublicProbe;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Probes through nginx as it is often misconfigured. The probe starts in the test, which has the secrets of the application,
 * as another node of its cluster does.
 */
@Tag("debian")
@ExtendWith(ArquillianExtension.class)
class ProbeIT {
    private static final Path FOLDER = folder("shop");
    private static final SelfSigned CERTIFICATE = SelfSigned.in(FOLDER);
    private static final SelfSigned EXPIRED = SelfSigned.expired(folder("expired"));
    private static final Sandbox SANDBOX = Sandboxes.start(CERTIFICATE.tls());
    private static final String SECRET = SANDBOX.keys().callbackSecret();
    private static final WrongProxy PROXY = WrongProxy.start(FOLDER, CERTIFICATE, EXPIRED);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @ArquillianResource
    URI base;

    private String events = "";

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("shop")
                .signing(SANDBOX)
                .receiving(SANDBOX, PROXY.url("good"))
                .property("aurpay.accounts", "north")
                .property("aurpay.accounts.north.webhook.token", SANDBOX.keys().callbackToken())
                .property("aurpay.accounts.north.webhook.secret", SECRET)
                .build();
    }

    @AfterAll
    static void close() {
        PROXY.close();
        SANDBOX.close();
    }

    @BeforeEach
    void countEvents() {
        events = events();
    }

    /** A probe is never an event. */
    @AfterEach
    void noProbeIsAnEvent() {
        assertThat(events()).isEqualTo(events);
    }

    @ParameterizedTest
    @CsvSource({
        "good, OK, does not prove that Aurpay gets through",
        "wrong, NOT_FOUND, nothing receives callbacks under the prefix </wrong>",
        "deeper, PATH_CHANGED, the path was changed to </shop/aurpay/callbacks/north/probe>",
        "decoded, QUERY_CHANGED, 'arrived is <reference=a/b&probe=*>'",
        "encoded, QUERY_CHANGED, 'arrived is <reference=a%2Fb%20c%2Bd~e%C3%BC&x=%25A%20:&probe=*>'",
        "removed, QUERY_CHANGED, arrived is <>",
        "undated, HEADER_LOST, the header Date was removed",
        "redated, HEADER_CHANGED, the header Date was changed",
        "tokenless, HEADER_LOST, the header Callback-Token was removed",
        "forbidden, FORBIDDEN, 'a firewall, a bot check, or a security constraint'",
        "password, FORBIDDEN, a demand for a login",
        "login, REDIRECTED, without a login page",
        "www, HOST_WRONG, the host in aurpay.webhook.url",
        "plain, SCHEME_WRONG, must be http",
        "other, OTHER_APPLICATION, to another application or to a login page",
        "down, BAD_GATEWAY, the proxy does not reach the application"
    })
    void sentenceNamesTheCause(String prefix, ProbeOutcome outcome, String words) {
        ProbeReport report = probe(PROXY.url(prefix));

        assertThat(report.sentence()).contains(words);
        assertThat(report.outcome()).isEqualTo(outcome);
        assertThat(report.toString()).doesNotContain(SECRET);
    }

    @Test
    void probeOfAnAccountTakesTheWayOfItsCallbacks() {
        ProbeReport report = probe(
                rules(PROXY.url("good"), Clock.systemUTC()), new ProbeSeals("north", List.of(SECRET)), CERTIFICATE);

        assertThat(report.outcome()).as(report.sentence()).isEqualTo(ProbeOutcome.OK);
        assertThat(report.arrived().orElseThrow().path()).isEqualTo("/shop/aurpay/callbacks/north/probe");
    }

    @Test
    void wrongSchemeIsNamed() {
        assertThat(probe(PROXY.url("good").replace("https:", "http:")).sentence())
                .contains("the scheme in aurpay.webhook.url must be https");
        assertThat(probe("https://localhost:" + base.getPort() + "/shop/aurpay/callbacks")
                        .sentence())
                .contains("no TLS is spoken at this port");
    }

    @Test
    void wrongNameInTheCertificateIsNamed() {
        ProbeReport report = probe(PROXY.url("good").replace("localhost", "127.0.0.1"));

        assertThat(report.outcome()).isEqualTo(ProbeOutcome.TLS_NAME);
        assertThat(report.sentence())
                .contains("the certificate is for another host than <127.0.0.1>", "install a certificate for it");
    }

    @Test
    void expiredCertificateIsNamed() {
        ProbeReport report =
                probe(rules(PROXY.expiredUrl(), Clock.systemUTC()), new ProbeSeals("", List.of(SECRET)), EXPIRED);

        assertThat(report.outcome()).as(report.sentence()).isEqualTo(ProbeOutcome.TLS_EXPIRED);
        assertThat(report.sentence()).contains("the certificate has expired", "renew it");
    }

    /** The probe of an application accepts what Java accepts. */
    @Test
    void unknownAuthorityIsNamed() {
        ProbeReport report = new PublicProbe(
                        rules(PROXY.url("good"), Clock.systemUTC()), new ProbeSeals("", List.of(SECRET)))
                .probe();

        assertThat(report.outcome()).isEqualTo(ProbeOutcome.TLS_UNKNOWN_CA);
        assertThat(report.sentence()).contains("an authority that Java does not know", "install the whole chain");
    }

    @Test
    void wrongHostAndClosedPortAreNamed() {
        assertThat(probe("https://shop.invalid/good").sentence())
                .contains("the host <shop.invalid> is unknown", "correct aurpay.webhook.url or the DNS");
        assertThat(probe("https://localhost:" + FreePort.find() + "/good").sentence())
                .contains("nothing accepts connections there", "start the proxy");
    }

    @Test
    void forgedProbeIsNotRecognised() {
        ProbeReport report =
                probe(rules(PROXY.url("good"), Clock.systemUTC()), new ProbeSeals("", List.of("forged")), CERTIFICATE);

        assertThat(report.outcome()).isEqualTo(ProbeOutcome.NOT_RECOGNISED);
    }

    /** Records the probe at another server, and sends it again. */
    @Test
    void replayedProbeTellsNothingWhenItsTimeIsOver() throws Exception {
        HttpResponse<String> stranger = send(HttpRequest.newBuilder(base.resolve("aurpay/callbacks/succeeded?x=1")));

        assertThat(replay(recorded(Instant.now())).statusCode()).isEqualTo(200);
        HttpResponse<String> late = replay(recorded(Instant.now().minus(Duration.ofSeconds(62))));

        assertThat(late.statusCode()).isEqualTo(401);
        assertThat(visible(late)).isEqualTo(visible(stranger));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "POST", "HEAD", "OPTIONS", "PUT"})
    void strangerGetsTheResponseToAnyUnsignedCallback(String method) {
        for (String account : List.of("", "north/", "nobody/")) {
            HttpRequest.Builder request = HttpRequest.newBuilder().method(method, HttpRequest.BodyPublishers.noBody());
            HttpResponse<String> callback =
                    send(request.uri(base.resolve("aurpay/callbacks/" + account + "succeeded")));
            HttpResponse<String> probe =
                    send(request.uri(base.resolve("aurpay/callbacks/" + account + "probe?probe=.a.b")));

            assertThat(visible(probe)).isEqualTo(visible(callback));
        }
    }

    /** Everything that a client sees, except the time. */
    private static String visible(HttpResponse<String> response) {
        Map<String, List<String>> headers = new TreeMap<>(response.headers().map());
        headers.remove("date");
        return response.statusCode() + " " + headers + " " + response.body();
    }

    private static RecordedProbe recorded(Instant at) throws IOException {
        return RecordedProbe.of(url -> probe(
                rules(url + "/shop/aurpay/callbacks", Clock.fixed(at, ZoneOffset.UTC)),
                new ProbeSeals("", List.of(SECRET)),
                CERTIFICATE));
    }

    private HttpResponse<String> replay(RecordedProbe probe) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(probe.target()));
        probe.headers().forEach(request::header);
        return send(request);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String events() {
        return new Probe(base).get("probe/all-events").body();
    }

    private static ProbeReport probe(String url) {
        return probe(rules(url, Clock.systemUTC()), new ProbeSeals("", List.of(SECRET)), CERTIFICATE);
    }

    private static ProbeReport probe(ProbeRules rules, ProbeSeals seals, SelfSigned trusted) {
        return new PublicProbe(rules, seals, trusted.tls().getSocketFactory()).probe();
    }

    private static ProbeRules rules(String url, Clock clock) {
        return new ProbeRules(url, List.of("Date", "Callback-Token", "Signature"), clock);
    }

    private static Path folder(String name) {
        try {
            return Files.createTempDirectory("aurpay-probe-" + name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
