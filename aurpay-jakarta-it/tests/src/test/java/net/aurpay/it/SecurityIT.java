package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.aurpay.it.front.FrontFilter;
import net.aurpay.it.liberty.OpenLiberty;
import net.aurpay.it.liberty.ServerDirectory;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.it.staff.StaffApplication;
import net.aurpay.webhook.testing.SignedCallback;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Deploys applications whose own pages require a password or a token, as {@code docs/security.md} configures them. */
@Tag("liberty")
class SecurityIT {
    private static final String PUBLIC = "https://shop.example.com/pay";
    private static final String SERVLET =
            "<server><featureManager><feature>servlet-6.0</feature></featureManager></server>";
    private static final String PASSWORD = "of-ann";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @TempDir
    static Path folder;

    private static ServerDirectory directory;
    private static Tokens tokens;
    private static OpenLiberty server;

    @BeforeAll
    static void start() throws Exception {
        tokens = Tokens.create();
        directory = LibertyWithTable.directory("security", List.of("security.xml"))
                .override("servlet.xml", SERVLET)
                .application(
                        "front",
                        staff("front")
                                .addPackageOf(FrontFilter.class)
                                .webXml("web/any-content-type.xml")
                                .export(folder))
                .application(
                        "staff", staff("staff").webXml("web/staff-only.xml").export(folder))
                .application(
                        "tokens",
                        staff("tokens")
                                .addPackageOf(StaffApplication.class)
                                .properties(Path.of("../docs/jwt.properties"))
                                .resource("META-INF/login.pem", tokens.pem())
                                .export(folder));
        server = new OpenLiberty(
                directory,
                Map.of(
                        "STAFF_PASSWORD",
                        PASSWORD,
                        "keystore_password",
                        "any-that-is-long-enough",
                        "JVM_ARGS",
                        "-Xmx512m -XX:TieredStopAtLevel=1"));
        server.start("/tokens/probe/events/none");
        String started = "CWWKZ0001I: Application staff started";
        ShopProbe.await(started, () -> log(directory).contains(started));
    }

    private static String log(ServerDirectory directory) {
        try {
            return Files.readString(directory.log());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static ApplicationArchive staff(String name) {
        return new ApplicationArchive(name).signing(SANDBOX).receiving(SANDBOX, PUBLIC);
    }

    @AfterAll
    static void close() {
        server.close();
        SANDBOX.close();
    }

    @Test
    void constraintOnAllUrlsExemptsTheCallbacks() {
        assertThat(get("staff/probe/events/A1", "none")).isEqualTo(401);
        String password = Base64.getEncoder().encodeToString(("ann:" + PASSWORD).getBytes(StandardCharsets.US_ASCII));
        assertThat(get("staff/probe/events/A1", "Basic " + password)).isEqualTo(200);

        assertThat(callback("staff", SANDBOX.keys().callbackSecret())).isEqualTo(200);
        assertThat(callback("staff", "another")).isEqualTo(401);
    }

    @Test
    void applicationsOwnResourcesRequireATokenAndCallbacksDoNot() throws Exception {
        assertThat(get("tokens/api/stock", "none")).isEqualTo(401);
        assertThat(get("tokens/api/stock", "Bearer " + tokens.token())).isEqualTo(200);

        assertThat(callback("tokens", SANDBOX.keys().callbackSecret())).isEqualTo(200);
        assertThat(callback("tokens", "another")).isEqualTo(401);
    }

    static Stream<Arguments> oddHeaders() {
        return EndpointIT.oddHeaders();
    }

    @ParameterizedTest
    @MethodSource("oddHeaders")
    void authenticCallbackIsAcceptedWhateverItsMediaTypes(String method, String header) throws Exception {
        assertThat(front().send(method, header)).isEqualTo(200);
    }

    @Test
    void logNamesATransactionThatAFilterHasBegun() throws Exception {
        assertThat(front().send("POST", "Front: transaction")).isEqualTo(500);

        ShopProbe.await(
                "the line in the log", () -> log(directory).contains("a transaction was begun before the callback"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "text"})
    void logNamesABodyThatAFilterHasRead(String as) throws Exception {
        assertThat(front().send("POST", "Front: " + as)).isEqualTo(200);

        ShopProbe.await("the line in the log", () -> log(directory)
                .contains("a servlet filter in front of the endpoint has read"));
    }

    private static OddRequests front() {
        return new OddRequests(SANDBOX.keys(), URI.create(server.url() + "/front/"), PUBLIC);
    }

    private static int get(String path, String authorization) {
        URI url = URI.create(server.url() + "/" + path);
        return new Probe(url)
                .send(HttpRequest.newBuilder(url)
                        .header("Authorization", authorization)
                        .build())
                .statusCode();
    }

    private static int callback(String application, String secret) {
        return SignedCallback.of(URI.create(PUBLIC + "/succeeded?reference=A1&payment=" + "0".repeat(32)))
                .signedWith(SANDBOX.keys().callbackToken(), secret)
                .sendTo(URI.create(server.url() + "/" + application + "/aurpay/callbacks"));
    }
}
