package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.ProbeOutcome;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.probe.ProbeSeals;
import net.aurpay.webhook.probe.PublicProbe;
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

/**
 * Probes through nginx as it is often misconfigured. The probe starts in the test, which has the secrets of the application,
 * as another node of its cluster does.
 */
@Tag("debian")
@ExtendWith(ArquillianExtension.class)
class ProbeIT {
    private static final Path FOLDER = folder();
    private static final SelfSigned CERTIFICATE = SelfSigned.in(FOLDER);
    private static final Sandbox SANDBOX = Sandboxes.start(CERTIFICATE.tls());
    private static final int PORT = FreePort.find();
    private static final Process NGINX = nginx();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("shop")
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .property("aurpay.webhook.url", "https://localhost:" + PORT + "/good")
                .build();
    }

    @AfterAll
    static void close() {
        NGINX.destroy();
        NGINX.onExit().join();
        SANDBOX.close();
    }

    @ParameterizedTest
    @CsvSource({
        "good, OK, does not prove that Aurpay gets through",
        "wrong, NOT_FOUND, nothing receives callbacks under the prefix </wrong>",
        "deeper, PATH_CHANGED, the path was changed to </shop/aurpay/callbacks/north/probe>",
        "decoded, QUERY_CHANGED, the query was decoded",
        "removed, QUERY_CHANGED, arrived is <>",
        "undated, HEADER_LOST, the header Date was removed",
        "redated, HEADER_CHANGED, the header Date was changed",
        "forbidden, FORBIDDEN, 403 by something in front of this application",
        "login, REDIRECTED, without a redirect or a login page",
        "www, HOST_WRONG, the host in aurpay.webhook.url",
        "other, OTHER_APPLICATION, not by this application"
    })
    void sentenceNamesTheCause(String prefix, ProbeOutcome outcome, String words) {
        ProbeReport report = probe("https://localhost:" + PORT + "/" + prefix);

        assertThat(report.sentence()).contains(words);
        assertThat(report.outcome()).isEqualTo(outcome);
        assertThat(report.toString()).doesNotContain(SANDBOX.keys().callbackSecret());
    }

    @Test
    void wrongSchemeIsNamed() {
        assertThat(probe("http://localhost:" + PORT + "/good").sentence())
                .contains("the scheme in aurpay.webhook.url must be https");
        assertThat(probe("https://localhost:" + base.getPort() + "/good").sentence())
                .contains("no TLS is spoken at this port");
    }

    @Test
    void wrongNameInTheCertificateIsNamed() {
        assertThat(probe("https://127.0.0.1:" + PORT + "/good").sentence())
                .contains("the certificate is for another host than <127.0.0.1>");
    }

    @Test
    void unknownAuthorityIsNamed() {
        assertThat(probe(
                                "https://localhost:" + PORT + "/good",
                                HttpClient.newBuilder(),
                                SANDBOX.keys().callbackSecret())
                        .sentence())
                .contains("an authority that Java does not know");
    }

    @Test
    void unknownHostIsNamed() {
        assertThat(probe("https://shop.invalid/good").sentence()).contains("the host <shop.invalid> is unknown");
    }

    @Test
    void forgedProbeIsAnsweredAsACallbackThatIsNotAuthentic() throws Exception {
        ProbeReport report = probe(
                "https://localhost:" + PORT + "/good", HttpClient.newBuilder().sslContext(CERTIFICATE.tls()), "forged");

        assertThat(report.sentence()).contains("was answered 401");
        assertThat(new Probe(base).get("probe/all-events").body()).doesNotContain("a%2Fb");
    }

    private static ProbeReport probe(String url) {
        return probe(
                url,
                HttpClient.newBuilder().sslContext(CERTIFICATE.tls()),
                SANDBOX.keys().callbackSecret());
    }

    private static ProbeReport probe(String url, HttpClient.Builder client, String secret) {
        return new PublicProbe(url, new ProbeSeals(List.of(secret)), Clock.systemUTC(), () -> client).probe();
    }

    private static Process nginx() {
        String to = "proxy_pass http://127.0.0.1:" + System.getProperty("http.port");
        String callbacks = to + "/shop/aurpay/callbacks/";
        String config = "daemon off;\nworker_processes 1;\npid probe.pid;\nerror_log stderr;\nevents {}\nhttp {\n"
                + "access_log off;\nclient_body_temp_path b1;\nproxy_temp_path b2;\nfastcgi_temp_path b3;\n"
                + "uwsgi_temp_path b4;\nscgi_temp_path b5;\nserver {\nlisten 127.0.0.1:" + PORT + " ssl;\n"
                + "ssl_certificate shop.pem;\nssl_certificate_key shop.pem;\n"
                + location("good", callbacks)
                + location("wrong", to + "/shop/callbacks/")
                + location("deeper", callbacks + "north/")
                + "location /decoded/ { " + callbacks + "probe?reference=a/b&probe=$arg_probe; }\n"
                + "location /removed/ { rewrite ^/removed/(.*)$ /shop/aurpay/callbacks/$1? break; " + to + "; }\n"
                + location("undated", "proxy_set_header Date \"\"; " + callbacks)
                + location("redated", "proxy_set_header Date today; " + callbacks)
                + location("forbidden", "return 403")
                + location("login", "return 302 /login")
                + location("www", "return 301 https://www.example.com$request_uri")
                + location("other", "return 200 hello")
                + "}\n}\n";
        try {
            Path file = Files.writeString(FOLDER.resolve("probe.conf"), config);
            Process process = new ProcessBuilder(
                            "/usr/sbin/nginx", "-p", FOLDER.toString(), "-e", "stderr", "-c", file.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(FOLDER.resolve("probe.log").toFile())
                    .start();
            if (!FreePort.isTakenBy(process, PORT, Duration.ofSeconds(30))) {
                process.destroy();
                throw new IllegalStateException(
                        "nginx does not listen: " + Files.readString(FOLDER.resolve("probe.log")));
            }
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String location(String prefix, String directives) {
        return "location /" + prefix + "/ { " + directives + "; }\n";
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("aurpay-probe");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
