package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.stream.Stream;
import net.aurpay.it.app.ProbeApplication;
import net.aurpay.it.front.FrontFilter;
import net.aurpay.it.own.OwnCallbacks;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks the endpoint together with an application's own REST API, and behind servlet filters. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class EndpointIT {
    private static final String OWN = "own-callbacks";
    private static final String FRONT = "behind-filters";
    private static final String MAPPED = "mapped-by-default";
    private static final String HIDDEN = "aurpay-callbacks";
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    @OperateOnDeployment(OWN)
    URI own;

    @ArquillianResource
    @OperateOnDeployment(FRONT)
    URI front;

    @ArquillianResource
    @OperateOnDeployment(MAPPED)
    URI mapped;

    @Deployment(name = OWN, testable = false)
    static WebArchive own() {
        return new ApplicationArchive(OWN)
                .addPackageOf(OwnCallbacks.class)
                .receiving(SANDBOX)
                .build();
    }

    /** The Open Liberty under test has no servlet API for applications: SecurityIT tests the filter there. */
    @Deployment(name = FRONT, testable = false)
    static WebArchive front() {
        ApplicationArchive archive = new ApplicationArchive(FRONT).receiving(SANDBOX);
        if (Server.is("payara")) {
            archive.webXml("web/any-content-type.xml");
        }
        return (Server.is("liberty") ? archive : archive.addPackageOf(FrontFilter.class)).build();
    }

    @Deployment(name = MAPPED, testable = false)
    static WebArchive mapped() {
        String name = "<servlet-name>jakarta.ws.rs.core.Application</servlet-name>";
        return new ApplicationArchive(MAPPED)
                .replace(ProbeApplication.class)
                .webXmlOf("<web-app xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                        + (Server.is("wildfly") ? "" : "<servlet>" + name + "</servlet>")
                        + "<servlet-mapping>" + name + "<url-pattern>/api/*</url-pattern></servlet-mapping></web-app>")
                .receiving(SANDBOX)
                .build();
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void applicationsOwnApiKeepsItsPaths() {
        HttpResponse<String> response = new Probe(own).get("probe/callbacks/succeeded");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEqualTo("own");
        assertThat(new Probe(own).get("probe/callbacks/timed-out").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"probe/callbacks", "probe/" + HIDDEN, "aurpay/" + HIDDEN, "aurpay"})
    void callbackIsAcceptedAtOneUrlOnly(String elsewhere) {
        SignedCallback expired = callback(OWN, "/timed-out", "1");

        assertThat(expired.sendTo(own.resolve(elsewhere))).isEqualTo(404);
        assertThat(new Probe(own).get("probe/events/A1").body()).isEqualTo("[]");
    }

    @Test
    void filtersOfTheApplicationsOwnApiDoNotTouchTheEndpoint() {
        assertThat(new Probe(own).get("aurpay/callbacks/succeeded").statusCode())
                .isEqualTo(401);
    }

    static Stream<Arguments> oddHeaders() {
        return Stream.of("GET", "POST")
                .flatMap(method -> OddRequests.HEADERS.stream().map(header -> Arguments.of(method, header)));
    }

    /** Without the servlet API, Open Liberty offers no way to accept a header that its JAX-RS cannot parse. */
    @ParameterizedTest
    @MethodSource("oddHeaders")
    void authenticCallbackIsAcceptedWhateverItsMediaTypes(String method, String header) throws Exception {
        int status =
                new OddRequests(SANDBOX.keys(), front, new ApplicationArchive(FRONT).callbacks()).send(method, header);

        assertThat(status).isIn(200, Server.is("liberty") ? 400 : 200);
    }

    @Test
    void logNamesATransactionThatAFilterHasBegun() throws Exception {
        assumeTrue(Server.hasServlets(), "without the servlet API an application has no filters");
        ServerLog log = new ServerLog();

        assertThat(throughFilter("transaction")).isEqualTo(500);

        assertThat(log.once("a transaction was begun")).contains("a transaction was begun before the callback");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes", "text"})
    void logNamesABodyThatAFilterHasRead(String as) throws Exception {
        assumeTrue(Server.hasServlets(), "without the servlet API an application has no filters");
        ServerLog log = new ServerLog();

        assertThat(throughFilter(as)).isEqualTo(200);

        assertThat(log.once("has read the body")).contains("a servlet filter in front of the endpoint has read");
    }

    /** Payara serves the mapping. The other servers serve it only if no class extends Application. */
    @Test
    void defaultMappingInWebXmlIsServedOrTheLogSaysWhatToWrite() {
        int status = new Probe(mapped).get("api/events/A1").statusCode();

        if (Server.is("payara")) {
            assertThat(status).isEqualTo(200);
        } else {
            assertThat(status).isEqualTo(404);
            assertThat(Server.log()).contains("web.xml maps jakarta.ws.rs.core.Application");
        }
        assertThat(callback(MAPPED, "/succeeded", "2").sendTo(mapped.resolve("aurpay/callbacks")))
                .isEqualTo(200);
    }

    private int throughFilter(String header) throws Exception {
        return new OddRequests(SANDBOX.keys(), front, new ApplicationArchive(FRONT).callbacks())
                .send("POST", "Front: " + header);
    }

    private static SignedCallback callback(String application, String kind, String payment) {
        return SignedCallback.of(URI.create(new ApplicationArchive(application).callbacks() + kind
                        + "?reference=A1&payment=" + payment.repeat(32)))
                .signedWith(SANDBOX.keys().callbackToken(), SANDBOX.keys().callbackSecret());
    }
}
