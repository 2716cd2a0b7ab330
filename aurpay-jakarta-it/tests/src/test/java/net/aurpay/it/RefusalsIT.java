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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each reason to refuse a callback, over HTTP: the sender learns a status, the log a reason, observers what was authentic. */
@NeedsCallbacks
@ExtendWith(ArquillianExtension.class)
class RefusalsIT {
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

    static List<Refusal> refusals() {
        String paid = Refusal.ORDER_ID;
        return List.of(
                Refusal.forged(RejectionReason.TOKEN_MISSING, draft -> remove(draft, "Callback-Token")),
                Refusal.forged(
                        RejectionReason.TOKEN_WRONG,
                        draft -> draft.replaceHeader("Callback-Token:", "Callback-Token: planted-token")),
                Refusal.forged(RejectionReason.API_KEY_MISSING, draft -> remove(draft, "Api-Key")),
                Refusal.forged(
                        RejectionReason.API_KEY_WRONG,
                        draft -> draft.replaceHeader("Api-Key:", "Api-Key: planted-key")),
                Refusal.forged(RejectionReason.SIGNATURE_MISSING, draft -> remove(draft, "Signature")),
                Refusal.forged(
                        RejectionReason.SIGNATURE_WRONG, draft -> draft.target = draft.target.replace("=S", "=T")),
                Refusal.forged(RejectionReason.DATE_MISSING, draft -> remove(draft, "Date")),
                Refusal.forged(
                        RejectionReason.HEADER_DUPLICATED,
                        draft -> draft.headers.addAll(draft.headers.stream()
                                .filter(header -> header.startsWith("Signature"))
                                .toList())),
                Refusal.forged(
                        RejectionReason.HEADER_MALFORMED,
                        draft -> draft.replaceHeader("Signature:", "Signature: " + "A".repeat(45))),
                Refusal.forged(RejectionReason.URL_MALFORMED, draft -> draft.target = draft.target.replace("?", "/?")),
                Refusal.dated(RejectionReason.DATE_UNREADABLE, "Mon,23Nov2026"),
                Refusal.dated(
                        RejectionReason.DATE_AHEAD,
                        Instant.now().plus(Duration.ofDays(1)).toString()),
                Refusal.dated(
                        RejectionReason.DATE_STALE,
                        Instant.now().minus(Duration.ofDays(2)).toString()),
                Refusal.unconfirmed(RejectionReason.ORDER_ID_MISSING, CONFIRMING, "../../x"),
                Refusal.unconfirmed(RejectionReason.ORDER_UNKNOWN, CONFIRMING, "20990101000000000000"),
                Refusal.unconfirmed(RejectionReason.ORDER_OF_OTHER_USER, FOREIGN, paid),
                timedOut(Refusal.unconfirmed(RejectionReason.ORDER_STATUS_UNFIT, CONFIRMING, paid)),
                Refusal.unconfirmed(RejectionReason.ORDER_OF_OTHER_PAYMENT, CONFIRMING, paid));
    }

    private static Refusal timedOut(Refusal refusal) {
        return new Refusal(
                refusal.reason(),
                refusal.application(),
                refusal.status(),
                refusal.path().replace("/succeeded", "/timed-out"),
                refusal.body(),
                refusal.signing(),
                refusal.change());
    }

    private static void remove(WireDraft draft, String name) {
        draft.headers.removeIf(header -> header.startsWith(name + ":"));
    }

    @Test
    void everyReasonIsProvoked() {
        Set<RejectionReason> provoked = refusals().stream()
                .map(Refusal::reason)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(RejectionReason.class)));
        assertThat(provoked).containsExactly(RejectionReason.values());
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void refusalIsAStatusForTheSenderAndAReasonForTheLog(Refusal refusal) throws Exception {
        if (refusal.reason() == RejectionReason.ORDER_OF_OTHER_PAYMENT) {
            assertThat(send(confirmedBefore(refusal)).status()).isEqualTo(200);
        }
        ServerLog log = new ServerLog();
        long start = System.nanoTime();

        for (int i = 0; i < TIMES; i++) {
            assertTellsNothing(send(refusal), refusal.status());
        }

        String reason = refusal.isAuthentic() ? "rejected: " + refusal : "not authentic: " + refusal;
        String logged = log.once(reason);
        assertThat(logged).contains(reason).doesNotContain("planted", "A".repeat(45), refusal.body());
        assertThat(sent).hasSizeGreaterThanOrEqualTo(refusal.reason() == RejectionReason.SIGNATURE_MISSING ? 0 : TIMES);
        assertThat(sent).allSatisfy(signature -> assertThat(logged).doesNotContain(signature));
        if (refusal.isAuthentic()) {
            requireOneLine(refusal, log);
            ShopProbe.await("all to be told", () -> rejections(refusal).size() == 2 * TIMES);
            requireTold(refusal, rejections(refusal));
            requireFailuresAreLogged(refusal, log);
        } else {
            long minutes = Duration.ofNanos(System.nanoTime() - start).toMinutes();
            assertThat(Collections.frequency(
                            logged.lines().map(line -> line.contains(reason)).toList(), true))
                    .as("lines of the log")
                    .isBetween(1, Math.toIntExact(minutes) + 1);
            assertThat(rejections(refusal)).isEmpty();
        }
    }

    /** However often it was sent: it is one payment's. */
    private static void requireOneLine(Refusal refusal, ServerLog log) {
        assertThat(log.now().lines().filter(line -> line.contains("reference <" + refusal + "> is authentic")))
                .hasSize(1);
        // the answer to a look-up, if there was one, is in the same line
        assertThat(log.now().lines().filter(line -> line.startsWith("net.aurpay.client.AurpayException")))
                .hasSizeLessThanOrEqualTo(1);
    }

    /** Each delivery, to both observers: what it was, when it was sent, and which order its body names. */
    private void requireTold(Refusal refusal, List<String> told) {
        String kind = refusal.path().startsWith("/succeeded") ? "SUCCEEDED" : "TIMED_OUT";
        String order = refusal.reason() == RejectionReason.ORDER_ID_MISSING
                ? Pattern.quote("../../x")
                : refusal.body().replaceAll("\\D+(\\d{20}).*", "$1");
        Pattern line = Pattern.compile("(?:async )?" + refusal + " " + kind + " (\\S+Z) " + order);

        assertThat(told).as("none in a transaction").allSatisfy(each -> {
            Matcher parts = line.matcher(each);
            assertThat(parts.matches()).as(each).isTrue();
            requireDate(refusal, Instant.parse(parts.group(1)));
        });
        assertThat(told.stream().filter(each -> each.startsWith("async "))).hasSize(TIMES);
    }

    /** The signed date, or that of the receipt where there is none that could be read; all clocks are this machine's. */
    private static void requireDate(Refusal refusal, Instant date) {
        Instant now = Instant.now();
        Instant expected =
                switch (refusal.reason()) {
                    case DATE_AHEAD -> now.plus(Duration.ofDays(1));
                    case DATE_STALE -> now.minus(Duration.ofDays(2));
                    default -> now;
                };
        assertThat(date).isBetween(expected.minus(Duration.ofHours(1)), expected.plus(Duration.ofHours(1)));
    }

    private static void requireFailuresAreLogged(Refusal refusal, ServerLog log) throws InterruptedException {
        if (refusal.reason() == RejectionReason.DATE_STALE) {
            assertThat(log.once("the observer of rejections was told to fail"))
                    .contains("an observer of CallbackRejected failed; the response is unaffected");
        } else if (refusal.reason() == RejectionReason.DATE_AHEAD) {
            String sentence = "an asynchronous observer of CallbackRejected failed";
            assertThat(log.once(sentence)).contains(sentence);
        }
    }

    @Test
    void failureIsAStatusAndNothingElseToo() throws Exception {
        Refusal failing = new Refusal(
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
    void askingForAnotherTryIsAStatusAndNothingElseToo() throws Exception {
        Refusal pending = Refusal.unconfirmed(RejectionReason.ORDER_UNKNOWN, CONFIRMING, Refusal.ORDER_ID);
        SANDBOX.faults().next(100, request -> true, Fault.drop());
        try {
            Refusal later = new Refusal(
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

    /** The same order, for another payment. */
    private static Refusal confirmedBefore(Refusal refusal) {
        return new Refusal(
                refusal.reason(),
                refusal.application(),
                200,
                refusal.path().replace("payment=00", "payment=ff"),
                refusal.body(),
                refusal.signing(),
                refusal.change());
    }

    private RawAnswer send(Refusal refusal) throws IOException {
        String bytes = refusal.bytes(SANDBOX.keys());
        bytes.lines()
                .filter(line -> line.startsWith("Signature: "))
                .forEach(line -> sent.add(line.substring("Signature: ".length())));
        try (RawConnection connection = new RawConnection(base)) {
            connection.send(bytes.getBytes(StandardCharsets.ISO_8859_1));
            return connection.answer(false, RawConnection.PATIENCE);
        }
    }

    private static void assertTellsNothing(RawAnswer answer, int status) {
        assertThat(answer.status()).as(answer.head()).isEqualTo(status);
        assertThat(answer.isOurs()).isTrue();
        assertThat(answer.tellsMore()).isEmpty();
    }

    private List<String> rejections(Refusal refusal) {
        URI application = base.resolve("/" + refusal.application() + "/");
        return Stream.of(new Probe(application)
                        .get("probe/rejections/" + refusal)
                        .body()
                        .split("\n"))
                .filter(line -> !line.isEmpty())
                .toList();
    }
}
