package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Stream;
import net.aurpay.it.app.ListingApplication;
import net.aurpay.it.app.ProbeApplication;
import net.aurpay.it.sandbox.CallbackAttempt;
import net.aurpay.it.sandbox.CallbackPlan;
import net.aurpay.it.sandbox.Sandbox;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Receives authentic and forged callbacks of the sandbox, and checks what observers see of them. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class CallbackIT {
    private static final String DISCOVERING = "discovering";
    private static final String LISTING = "listing";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    @OperateOnDeployment(DISCOVERING)
    URI discovering;

    @ArquillianResource
    @OperateOnDeployment(LISTING)
    URI listing;

    @Deployment(name = DISCOVERING, testable = false)
    static WebArchive discovering() {
        return new ApplicationArchive(DISCOVERING)
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .build();
    }

    @Deployment(name = LISTING, testable = false)
    static WebArchive listing() {
        return new ApplicationArchive(LISTING)
                .replace(ProbeApplication.class, ListingApplication.class)
                .signing(SANDBOX)
                .receiving(SANDBOX)
                .build();
    }

    @AfterEach
    void repair() {
        SANDBOX.callbackPlan(CallbackPlan.NORMAL);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static Stream<Arguments> kindsAndMethods() {
        return Stream.of(DISCOVERING, LISTING).flatMap(application -> Stream.of("OrderSucceeded", "OrderTimedOut")
                .flatMap(event -> Stream.of("GET", "POST").map(method -> Arguments.of(application, event, method))));
    }

    @ParameterizedTest
    @MethodSource("kindsAndMethods")
    void authenticCallbackIsObservedOnceByEachBean(String application, String event, String method) throws Exception {
        String reference = "paid " + application + event + method;
        String orderId = create(application, reference, method);

        CallbackAttempt attempt = send(event, orderId);

        assertThat(attempt.status()).isEqualTo(200);
        assertThat(attempt.method()).isEqualTo(method);
        JsonArray seen = seen(application, reference);
        assertThat(seen.getValuesAs(JsonObject.class))
                .extracting(entry -> entry.getString("observer") + " " + entry.getString("event"))
                .containsExactlyInAnyOrderElementsOf(
                        Server.beans().stream().map(bean -> bean + " " + event).toList());
        JsonObject entry = seen.getJsonObject(0);
        assertThat(entry.getString("paymentId")).matches("[0-9a-f]{32}");
        if (method.equals("POST")) {
            assertThat(entry.getJsonObject("unverifiedOrder").getString("orderId"))
                    .isEqualTo(orderId);
        } else {
            assertThat(entry.isNull("unverifiedOrder")).isTrue();
        }
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(CallbackPlan.Tampering.values())
                .filter(tampering -> tampering != CallbackPlan.Tampering.NONE)
                .flatMap(tampering -> Stream.of("OrderSucceeded", "OrderTimedOut")
                        .flatMap(event ->
                                Stream.of("GET", "POST").map(method -> Arguments.of(tampering, event, method))));
    }

    @ParameterizedTest
    @MethodSource("forgeries")
    void forgedCallbackIs401AndUnobserved(CallbackPlan.Tampering tampering, String event, String method)
            throws Exception {
        SANDBOX.callbackPlan(CallbackPlan.NORMAL.tampering(tampering));
        String reference = "forged " + tampering + event + method;

        CallbackAttempt attempt = send(event, create(DISCOVERING, reference, method));

        assertThat(attempt.status()).isEqualTo(401);
        assertThat(seen(DISCOVERING, reference)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"-P2D", "PT1H"})
    void callbackDatedFarFromNowIs401AndUnobserved(String shift) throws Exception {
        SANDBOX.callbackPlan(CallbackPlan.NORMAL.dateShift(Duration.parse(shift)));
        String reference = "dated " + shift;

        CallbackAttempt attempt = send("OrderSucceeded", create(DISCOVERING, reference, "GET"));

        assertThat(attempt.status()).isEqualTo(401);
        assertThat(seen(DISCOVERING, reference)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("net.aurpay.it.Server#beans")
    void observersExceptionIs500AndAurpayRetries(String observer) throws Exception {
        String reference = "fail-" + observer;
        String orderId = create(DISCOVERING, reference, "GET");

        assertThat(send("OrderSucceeded", orderId).status()).isEqualTo(500);

        CallbackAttempt second = SANDBOX.callbacks()
                .await(attempt -> attempt.orderId().equals(orderId) && attempt.number() == 2, PATIENCE);
        assertThat(second.status())
                .as("the callback is not regarded as processed")
                .isEqualTo(500);
    }

    @Test
    void secondDeliveryOfAProcessedCallbackIs200AndFiresNothing() throws Exception {
        String orderId = create(DISCOVERING, "twice", "GET");
        CallbackAttempt first = send("OrderSucceeded", orderId);

        SANDBOX.sendAgain(first.callback());

        SANDBOX.callbacks()
                .await(
                        attempt -> attempt.callback().equals(first.callback())
                                && attempt.number() > 1
                                && attempt.status() == 200,
                        PATIENCE);
        assertThat(seen(DISCOVERING, "twice")).hasSameSizeAs(Server.beans());
    }

    /** The DELETE has no body: Payara itself responds 400 to one that has a body. */
    @ParameterizedTest
    @CsvSource({"GET,401", "POST,401", "PUT,405", "DELETE,405"})
    void unsignedRequestGetsAStatusAndNothingElse(String method, int status) throws Exception {
        RawResponse response = response(
                method + " /" + DISCOVERING + "/aurpay/callbacks/succeeded?reference=A1 HTTP/1.1\r\nHost: localhost\r\n"
                        + "Content-Length: "
                        + (method.equals("GET") || method.equals("DELETE") ? "0\r\n\r\n" : "2\r\n\r\n{}"));

        assertThat(response.status()).isEqualTo(status);
        assertThat(response.body()).isEmpty();
    }

    /** The response comes before the body, so that a sender of one byte per second ties up nothing. */
    @Test
    void forgedCallbackIsRejectedBeforeItsBodyArrives() throws Exception {
        RawResponse response = response(
                "POST /" + DISCOVERING + "/aurpay/callbacks/succeeded?reference=A1 HTTP/1.1\r\nHost: localhost\r\n"
                        + "Callback-Token: x\r\nDate: 2026-11-23T00:00:00Z\r\nSignature: x\r\n"
                        + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n");

        assertThat(response.status()).isEqualTo(401);
    }

    private RawResponse response(String request) throws IOException {
        try (RawConnection connection = new RawConnection(discovering)) {
            connection.send(request.getBytes(StandardCharsets.UTF_8));
            return connection.response(false, RawConnection.PATIENCE);
        }
    }

    private String create(String application, String reference, String method) {
        return new Probe(base(application)).createPayment(reference, method.equals("POST"));
    }

    private static CallbackAttempt send(String event, String orderId) throws Exception {
        if (event.equals("OrderSucceeded")) {
            SANDBOX.pay(orderId);
        } else {
            SANDBOX.expire(orderId);
        }
        return SANDBOX.callbacks().await(attempt -> attempt.orderId().equals(orderId), PATIENCE);
    }

    private JsonArray seen(String application, String reference) {
        String json = new Probe(base(application))
                .get("probe/events/" + reference.replace(" ", "%20"))
                .body();
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            return reader.readArray();
        }
    }

    private URI base(String application) {
        return application.equals(LISTING) ? listing : discovering;
    }
}
