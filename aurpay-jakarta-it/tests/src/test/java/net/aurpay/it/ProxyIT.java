package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.CallbackAttempt;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Puts nginx and HAProxy in front of the server, with TLS, another host and port, and other path prefixes. */
@Tag("debian")
@ExtendWith(ArquillianExtension.class)
class ProxyIT {
    private static final String HOST = "https://shop.example.com";
    private static final List<String> PREFIXES = List.of("/pay", "/shop/aurpay/callbacks", "/hooks");
    private static final Path FOLDER = folder();
    private static final SelfSigned CERTIFICATE = SelfSigned.in(FOLDER);
    private static final Sandbox SANDBOX = Sandboxes.start(CERTIFICATE.tls());
    private static final Map<String, ReverseProxy> PROXIES = Map.of(
            "nginx", ReverseProxy.nginx(FOLDER, CERTIFICATE), "haproxy", ReverseProxy.haproxy(FOLDER, CERTIFICATE));
    private static final HttpClient HTTP =
            HttpClient.newBuilder().sslContext(CERTIFICATE.tls()).build();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("shop")
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .property("aurpay.webhook.url", HOST + String.join("," + HOST, PREFIXES))
                .build();
    }

    @AfterAll
    static void close() {
        PROXIES.values().forEach(ReverseProxy::close);
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({"nginx, GET", "nginx, POST", "haproxy, GET", "haproxy, POST"})
    void callbackOfTheSandboxPassesTheProxy(String proxy, String method) throws Exception {
        SANDBOX.callbackPlan(CallbackPlan.NORMAL.via(proxy(proxy).url()));
        String reference = "A 1 \u00fc&=+~,\"<>" + proxy + method;
        String orderId = new Probe(base).createPayment(reference, method.equals("POST"));

        SANDBOX.pay(orderId);

        CallbackAttempt attempt = SANDBOX.callbacks().await(a -> a.orderId().equals(orderId), Duration.ofSeconds(60));
        assertThat(attempt.url()).startsWith(HOST + "/pay/succeeded?reference=A%201%20%C3%BC");
        assertThat(attempt.status()).isEqualTo(200);
        assertThat(new Probe(base).get("probe/all-events").body().lines())
                .filteredOn(line -> line.contains(" " + URLEncoder.encode(reference, StandardCharsets.UTF_8) + " "))
                .hasSameSizeAs(Server.beans());
    }

    static Stream<Arguments> ways() {
        return Stream.concat(
                        PREFIXES.stream().map(prefix -> List.of("nginx", prefix)),
                        Stream.of(List.of("haproxy", "/pay")))
                .flatMap(way -> Stream.of(
                                "?reference=a%2fb%2FC%20c+d&x=a:b~%7e+;,",
                                "?reference=%C3%BC&&=&%41=%2525%00//../.", "?reference=1&x=%25zz&y=?:@!$'()*", "")
                        .map(query -> Arguments.of(way.get(0), way.get(1), query)));
    }

    @ParameterizedTest
    @MethodSource("ways")
    void queryPassesTheProxyUnchanged(String proxy, String prefix, String query) {
        String target = prefix + "/succeeded" + query;

        assertThat(send(proxy, target, signed(HOST + target))).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({
        "nginx, https://shop.example.com/wrong/succeeded?reference=1",
        "nginx, http://shop.example.com/pay/succeeded?reference=1",
        "nginx, https://shop.example.com:443/pay/succeeded?reference=1",
        "nginx, https://localhost/pay/succeeded?reference=1",
        "nginx, https://shop.example.com/pay/succeeded?reference=%31",
        "nginx, https://shop.example.com/pay/timed-out?reference=1",
        "haproxy, https://shop.example.com/wrong/succeeded?reference=1",
        "haproxy, https://shop.example.com/pay/succeeded?reference=%31"
    })
    void callbackSignedForAnotherUrlIsRejected(String proxy, String signed) {
        assertThat(send(proxy, "/pay/succeeded?reference=1", signed(signed))).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void forgedForwardingHeadersChangeNothing(String proxy) {
        Map<String, String> forged = Map.of(
                "X-Forwarded-Host", "evil.example.com",
                "X-Forwarded-Proto", "http",
                "X-Forwarded-Port", "80",
                "X-Forwarded-Prefix", "/evil",
                "X-Original-URL", "/evil",
                "Forwarded", "host=evil.example.com;proto=http");
        String target = "/pay/succeeded?reference=forwarded" + proxy;

        assertThat(send(
                        proxy,
                        target,
                        signed("http://evil.example.com/evil/succeeded?reference=forwarded" + proxy),
                        forged))
                .isEqualTo(401);
        assertThat(send(proxy, target, signed(HOST + target), forged)).isEqualTo(200);
    }

    /** The callbacks are authentic and new, so that the server would have to read their bodies. */
    @ParameterizedTest
    @ValueSource(strings = {"nginx", "haproxy"})
    void bodiesThatNeverEndDoNotReachTheServer(String proxy) {
        String slow = SlowSender.beginning(signed(HOST + "/pay/succeeded?reference=slow" + proxy));
        URI url = URI.create(proxy(proxy).url());
        try (SlowSender senders = new SlowSender(url, CERTIFICATE.tls().getSocketFactory(), 200, slow)) {
            for (int i = 0; i < 5; i++) {
                String target = "/pay/succeeded?reference=honest" + i + proxy;
                long start = System.nanoTime();
                assertThat(send(proxy, target, signed(HOST + target))).isEqualTo(200);
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SlowSendersIT.LIMIT);
            }
            // HAProxy ends the connections after ten seconds, as configured.
            assertThat(proxy.equals("haproxy") || senders.isSilent())
                    .as("the senders still have no response")
                    .isTrue();
        }
    }

    private static SignedCallback signed(String url) {
        return SignedCallback.of(URI.create(url))
                .signedWith(SANDBOX.keys().callbackToken(), SANDBOX.keys().callbackSecret());
    }

    private static int send(String proxy, String target, SignedCallback callback) {
        return send(proxy, target, callback, Map.of());
    }

    private static int send(String proxy, String target, SignedCallback callback, Map<String, String> more) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(proxy(proxy).url() + target));
        callback.headers().forEach(request::header);
        more.forEach(request::header);
        try {
            return HTTP.send(request.build(), BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static ReverseProxy proxy(String name) {
        return Objects.requireNonNull(PROXIES.get(name));
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("aurpay-proxy");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
