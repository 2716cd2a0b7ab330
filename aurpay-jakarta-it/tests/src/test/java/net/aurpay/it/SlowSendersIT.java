package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.aurpay.it.sandbox.Sandbox;
import net.aurpay.webhook.testing.SignedCallback;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs two hundred slow senders of one byte per second while honest callbacks arrive. The server ensures that headers
 * which never end hold no thread. This library ensures that nothing waits for a body unless its callback is authentic
 * and new.
 */
@NeedsCallbacks
@Tag("once")
@ExtendWith(ArquillianExtension.class)
class SlowSendersIT {
    private static final int SLOW = 200;
    private static final int HONEST = 20;
    /** The time in which most callbacks must get their response, however busy the machine is. */
    private static final Duration MEDIAN_LIMIT = Duration.ofSeconds(2);
    /**
     * The time in which all callbacks must get their response: far longer than on a busy machine, and far shorter than
     * a server waits for a slow sender.
     */
    static final Duration LIMIT = Duration.ofSeconds(30);

    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("slow").receiving(SANDBOX).build();
    }

    /** The first request of all takes longer, for reasons that have nothing to do with slow senders. */
    @BeforeEach
    void warmUp() {
        assertThat(signed("first").send()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void headersThatNeverEndDelayNoOtherCallback() {
        try (SlowSender slow = new SlowSender(base, SLOW, "POST /slow/aurpay/callbacks/succeeded HTTP/1.1\r\nX: ")) {
            assertHonestCallbacksGetResponses("headers");
            assertThat(slow.isSilent()).as("the senders still have no response").isTrue();
        }
    }

    @Test
    void forgedCallbackIsRejectedBeforeItsBody() {
        String forged = SlowSender.beginning(callback("forged").signedWith("wrong", "wrong"));
        try (SlowSender slow = new SlowSender(base, SLOW, forged)) {
            assertHonestCallbacksGetResponses("forged");
            assertThat(slow.responses()).hasSize(SLOW).containsOnly(401);
        }
    }

    @Test
    void knownCallbackIs200BeforeItsBody() {
        SignedCallback captured = signed("captured");
        assertThat(captured.send()).isEqualTo(200);

        try (SlowSender slow = new SlowSender(base, SLOW, SlowSender.beginning(captured))) {
            assertHonestCallbacksGetResponses("known");
            assertThat(slow.responses()).hasSize(SLOW).containsOnly(200);
        }
        assertThat(events("captured")).hasSize(Server.beans().size());
    }

    /**
     * One body is read, for the event, until the library gives up after some seconds. The others get a response at
     * once.
     */
    @Test
    void bodiesOfARejectedCallbackDelayNoOtherCallback() {
        SignedCallback stale = signed("stale").withDate(Instant.now().minus(Duration.ofDays(2)));

        try (SlowSender slow = new SlowSender(base, SLOW, SlowSender.beginning(stale))) {
            assertHonestCallbacksGetResponses("rejected");
            assertThat(slow.responses()).hasSize(SLOW).containsOnly(401);
        }
    }

    /**
     * After a 200, Aurpay would not send the callback again. Without a 200, a server may still be processing it when
     * the connection ends.
     */
    @Test
    void eventOfABodyThatIsCutOffIsFiredOnceAndBeforeAny200() throws Exception {
        try (RawConnection connection = new RawConnection(base)) {
            connection.send(SlowSender.beginning(signed("cut")).getBytes(StandardCharsets.US_ASCII));
            connection.finish();
            if (connection.response(false, RawConnection.PATIENCE).status() == 200) {
                assertThat(events("cut")).hasSameSizeAs(Server.beans());
            }
        }

        ShopProbe.await("a response 200", () -> signed("cut").send() == 200);

        assertThat(events("cut")).hasSameSizeAs(Server.beans());
    }

    private void assertHonestCallbacksGetResponses(String name) {
        List<Duration> times = new ArrayList<>();
        for (int i = 0; i < HONEST; i++) {
            long start = System.nanoTime();
            assertThat(signed(name + i).send()).isEqualTo(200);
            times.add(Duration.ofNanos(System.nanoTime() - start));
        }
        Collections.sort(times);
        Duration median = times.get(HONEST / 2);
        Duration longest = times.get(HONEST - 1);
        System.out.printf("slow senders, %s: of %d, half took %s, the longest %s%n", name, HONEST, median, longest);
        assertThat(median).isLessThan(MEDIAN_LIMIT);
        assertThat(longest).isLessThan(LIMIT);
        for (int i = 0; i < HONEST; i++) {
            assertThat(events(name + i)).hasSize(Server.beans().size());
        }
    }

    private SignedCallback signed(String reference) {
        return callback(reference)
                .signedWith(SANDBOX.keys().callbackToken(), SANDBOX.keys().callbackSecret());
    }

    private SignedCallback callback(String reference) {
        String url = new ApplicationArchive("slow").callbacks() + "/succeeded?reference=" + reference + "&payment="
                + String.format("%032x", reference.hashCode());
        return SignedCallback.of(URI.create(url));
    }

    private List<String> events(String reference) {
        return new Probe(base)
                .get("probe/all-events")
                .body()
                .lines()
                .filter(line -> line.contains(" " + reference + " "))
                .toList();
    }
}
