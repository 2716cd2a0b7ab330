package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.aurpay.it.sandbox.Fault;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.verification.RejectionReason;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Provokes each reason to reject a callback, over HTTP: the response is a status and nothing else, the log has the
 * reason, and observers are notified of authentic callbacks.
 */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
@Tag("level")
class RejectionsIT {
    static final String STRICT = "strict";
    static final String PUBLIC = "https://shop.example.com/pay";

    private static final String CONFIRMING = "confirming";
    private static final String FOREIGN = "foreign";
    private static final int TIMES = 5;
    private static final Sandbox SANDBOX = Sandboxes.start();

    private final List<String> sent = new ArrayList<>();

    @ArquillianResource
    @OperateOnDeployment(STRICT)
    URI base;

    @Deployment(name = STRICT, testable = false)
    static WebArchive strict() {
        return receiving(STRICT)
                .property("aurpay.webhook.api-key", SANDBOX.keys().apiKey())
                .property("aurpay.webhook.require", "token,signature,api-key")
                .build();
    }

    @Deployment(name = CONFIRMING, testable = false)
    static WebArchive confirming() {
        return receiving(CONFIRMING)
                .signing(SANDBOX)
                .property("aurpay.webhook.confirm", true)
                .property("aurpay.webhook.user-id", SANDBOX.keys().userId())
                .build();
    }

    @Deployment(name = FOREIGN, testable = false)
    static WebArchive foreign() {
        return receiving(FOREIGN)
                .signing(SANDBOX)
                .property("aurpay.webhook.confirm", true)
                .property("aurpay.webhook.user-id", "mct-other")
                .build();
    }

    private static ApplicationArchive receiving(String name) {
        SANDBOX.addOrders(1);
        return new ApplicationArchive(name).receiving(SANDBOX).property("aurpay.webhook.url", PUBLIC);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    static List<Rejection> rejections() {
        String paid = Rejection.ORDER_ID;
        return List.of(
                Rejection.forged(RejectionReason.TOKEN_MISSING, draft -> remove(draft, "Callback-Token")),
                Rejection.forged(
                        RejectionReason.TOKEN_WRONG,
                        draft -> draft.replaceHeader("Callback-Token:", "Callback-Token: planted-token")),
                Rejection.forged(RejectionReason.API_KEY_MISSING, draft -> remove(draft, "Api-Key")),
                Rejection.forged(
                        RejectionReason.API_KEY_WRONG,
                        draft -> draft.replaceHeader("Api-Key:", "Api-Key: planted-key")),
                Rejection.forged(RejectionReason.SIGNATURE_MISSING, draft -> remove(draft, "Signature")),
                Rejection.forged(
                        RejectionReason.SIGNATURE_WRONG, draft -> draft.target = draft.target.replace("=S", "=T")),
                Rejection.forged(RejectionReason.DATE_MISSING, draft -> remove(draft, "Date")),
                Rejection.forged(
                        RejectionReason.ACCOUNT_UNKNOWN,
                        draft -> draft.target = draft.target.replace("/callbacks/", "/callbacks/nobody/")),
                Rejection.forged(
                        RejectionReason.HEADER_DUPLICATED,
                        draft -> draft.headers.addAll(draft.headers.stream()
                                .filter(header -> header.startsWith("Signature"))
                                .toList())),
                Rejection.forged(
                        RejectionReason.HEADER_MALFORMED,
                        draft -> draft.replaceHeader("Signature:", "Signature: " + "A".repeat(45))),
                Rejection.forged(
                        RejectionReason.URL_MALFORMED, draft -> draft.target = draft.target.replace("?", "/?")),
                Rejection.dated(RejectionReason.DATE_UNREADABLE, "Mon,23Nov2026"),
                Rejection.dated(
                        RejectionReason.DATE_AHEAD,
                        Instant.now().plus(Duration.ofDays(1)).toString()),
                Rejection.dated(
                        RejectionReason.DATE_STALE,
                        Instant.now().minus(Duration.ofDays(2)).toString()),
                Rejection.unconfirmed(RejectionReason.ORDER_ID_MISSING, CONFIRMING, "../../x"),
                Rejection.unconfirmed(RejectionReason.ORDER_UNKNOWN, CONFIRMING, "20990101000000000000"),
                Rejection.unconfirmed(RejectionReason.ORDER_OF_OTHER_USER, FOREIGN, paid),
                timedOut(Rejection.unconfirmed(RejectionReason.ORDER_STATUS_UNFIT, CONFIRMING, paid)),
                Rejection.unconfirmed(RejectionReason.ORDER_OF_OTHER_PAYMENT, CONFIRMING, paid));
    }

    private static Rejection timedOut(Rejection rejection) {
        return new Rejection(
                rejection.reason(),
                rejection.application(),
                rejection.status(),
                rejection.path().replace("/succeeded", "/timed-out"),
                rejection.body(),
                rejection.signing(),
                rejection.change());
    }

    private static void remove(WireDraft draft, String name) {
        draft.headers.removeIf(header -> header.startsWith(name + ":"));
    }

    @Test
    void everyReasonIsProvoked() {
        Set<RejectionReason> provoked = rejections().stream()
                .map(Rejection::reason)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RejectionReason.class)));
        assertThat(provoked).containsExactly(RejectionReason.values());
    }

    @ParameterizedTest
    @MethodSource("rejections")
    void senderGetsAStatusAndTheLogHasTheReason(Rejection rejection) throws Exception {
        if (rejection.reason() == RejectionReason.ORDER_OF_OTHER_PAYMENT) {
            assertThat(send(confirmedBefore(rejection)).status()).isEqualTo(200);
        }
        ServerLog log = new ServerLog();
        long start = System.nanoTime();

        for (int i = 0; i < TIMES; i++) {
            assertTellsNothing(send(rejection), rejection.status());
        }

        String reason = rejection.isAuthentic() ? "rejected: " + rejection : "not authentic: " + rejection;
        String logged = log.once(reason);
        assertThat(logged).contains(reason).doesNotContain("planted", "A".repeat(45), rejection.body());
        assertThat(sent)
                .hasSizeGreaterThanOrEqualTo(rejection.reason() == RejectionReason.SIGNATURE_MISSING ? 0 : TIMES);
        assertThat(sent).allSatisfy(signature -> assertThat(logged).doesNotContain(signature));
        if (rejection.isAuthentic()) {
            requireOneLine(rejection, log);
            ShopProbe.await(
                    "the notification of all observers",
                    () -> rejections(rejection).size() == 2 * TIMES);
            requireNotified(rejection, rejections(rejection));
            requireFailuresAreLogged(rejection, log);
        } else {
            long minutes = Duration.ofNanos(System.nanoTime() - start).toMinutes();
            assertThat(Collections.frequency(
                            logged.lines().map(line -> line.contains(reason)).toList(), true))
                    .as("lines in the log")
                    .isBetween(1, Math.toIntExact(minutes) + 1);
            assertThat(rejections(rejection)).isEmpty();
        }
    }

    /** However often the callback was sent, the log has one line, because all deliveries belong to one payment. */
    private static void requireOneLine(Rejection rejection, ServerLog log) {
        assertThat(log.now().lines().filter(line -> line.contains("reference <" + rejection + "> is authentic")))
                .hasSize(1);
        // The response to a look-up, if there was one, is on the same line.
        assertThat(log.now().lines().filter(line -> line.startsWith("net.aurpay.client.AurpayException")))
                .hasSizeLessThanOrEqualTo(1);
    }

    /**
     * Checks that both observers were notified of each delivery: its reason and kind, its date, and the order that its
     * body names.
     */
    private void requireNotified(Rejection rejection, List<String> notified) {
        String kind = rejection.path().startsWith("/succeeded") ? "SUCCEEDED" : "TIMED_OUT";
        String order = rejection.reason() == RejectionReason.ORDER_ID_MISSING
                ? Pattern.quote("../../x")
                : rejection.body().replaceAll("\\D+(\\d{20}).*", "$1");
        Pattern line = Pattern.compile("(?:async )?" + rejection + " " + kind + " (\\S+Z) " + order);

        assertThat(notified).as("no observer is called in a transaction").allSatisfy(each -> {
            Matcher parts = line.matcher(each);
            assertThat(parts.matches()).as(each).isTrue();
            requireDate(rejection, Instant.parse(parts.group(1)));
        });
        assertThat(notified.stream().filter(each -> each.startsWith("async "))).hasSize(TIMES);
    }

    /**
     * Checks the date: it is the signed one, or the time of receipt if there is no readable one. All clocks are this
     * machine's.
     */
    private static void requireDate(Rejection rejection, Instant date) {
        Instant now = Instant.now();
        Instant expected =
                switch (rejection.reason()) {
                    case DATE_AHEAD -> now.plus(Duration.ofDays(1));
                    case DATE_STALE -> now.minus(Duration.ofDays(2));
                    default -> now;
                };
        assertThat(date).isBetween(expected.minus(Duration.ofHours(1)), expected.plus(Duration.ofHours(1)));
    }

    private static void requireFailuresAreLogged(Rejection rejection, ServerLog log) throws InterruptedException {
        if (rejection.reason() == RejectionReason.DATE_STALE) {
            assertThat(log.once("the observer of rejections fails as the test demands"))
                    .contains("an observer of CallbackRejected failed; the response is unaffected");
        } else if (rejection.reason() == RejectionReason.DATE_AHEAD) {
            String sentence = "an asynchronous observer of CallbackRejected failed";
            assertThat(log.once(sentence)).contains(sentence);
        }
    }

    @Test
    void failureIsAStatusAndNothingElse() throws Exception {
        Rejection failing = new Rejection(
                RejectionReason.TOKEN_WRONG,
                STRICT,
                500,
                "/succeeded?reference=fail-cdi-bare&payment=" + "5".repeat(32),
                "{}",
                callback -> callback,
                draft -> {});

        assertTellsNothing(send(failing), 500);
    }

    @Test
    void requestForARetryIsAStatusAndNothingElse() throws Exception {
        Rejection pending = Rejection.unconfirmed(RejectionReason.ORDER_UNKNOWN, CONFIRMING, Rejection.ORDER_ID);
        SANDBOX.faults().next(100, request -> true, Fault.drop());
        try {
            Rejection later = new Rejection(
                    pending.reason(),
                    CONFIRMING,
                    503,
                    pending.path().replace("payment=00", "payment=aa"),
                    pending.body(),
                    pending.signing(),
                    pending.change());
            assertTellsNothing(send(later), 503);
        } finally {
            SANDBOX.faults().clear();
        }
    }

    /** Returns a callback that confirms the same order for another payment. */
    private static Rejection confirmedBefore(Rejection rejection) {
        return new Rejection(
                rejection.reason(),
                rejection.application(),
                200,
                rejection.path().replace("payment=00", "payment=ff"),
                rejection.body(),
                rejection.signing(),
                rejection.change());
    }

    private RawResponse send(Rejection rejection) throws IOException {
        String bytes = rejection.bytes(SANDBOX.keys());
        bytes.lines()
                .filter(line -> line.startsWith("Signature: "))
                .forEach(line -> sent.add(line.substring("Signature: ".length())));
        try (RawConnection connection = new RawConnection(base)) {
            connection.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return connection.response(false, RawConnection.PATIENCE);
        }
    }

    private static void assertTellsNothing(RawResponse response, int status) {
        assertThat(response.status()).as(response.head()).isEqualTo(status);
        assertThat(response.isOurs()).isTrue();
        assertThat(response.tellsMore()).isEmpty();
    }

    private List<String> rejections(Rejection rejection) {
        URI application = base.resolve("/" + rejection.application() + "/");
        return Stream.of(new Probe(application)
                        .get("probe/rejections/" + rejection)
                        .body()
                        .split("\n"))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
