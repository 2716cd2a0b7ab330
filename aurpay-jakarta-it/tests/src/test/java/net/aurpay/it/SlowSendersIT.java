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
 * Two hundred senders of a byte a second, while honest callbacks are answered. That headers which never end hold no
 * thread is the server's part; that a body is not waited for unless its callback is authentic and new is this library's.
 */
@NeedsCallbacks
@Tag("once")
@ExtendWith(ArquillianExtension.class)
class SlowSendersIT {
    private static final int SLOW = 200;
    private static final int HONEST = 20;
    /** What most must not take, whatever else the machine does at the moment. */
    private static final Duration SOON = Duration.ofSeconds(2);
    /** Far above what it takes on a busy machine, and far below what a server waits for a slow sender. */
    static final Duration SANE = Duration.ofSeconds(30);

    private static final Sandbox SANDBOX = Sandboxes.start();

    @ArquillianResource
    URI base;

    @Deployment(testable = false)
    static WebArchive application() {
        return new ApplicationArchive("slow").receiving(SANDBOX).build();
    }

    /** What the first request of all takes has nothing to do with slow senders. */
    @BeforeEach
    void warmUp() {
        assertThat(signed("first").send()).isEqualTo(200);
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @Test
    void headersThatNeverEndKeepNobodyWaiting() {
        try (SlowSender slow = new SlowSender(base, SLOW, "POST /slow/aurpay/callbacks/succeeded HTTP/1.1\r\nX: ")) {
            assertHonestCallbacksAreAnswered("headers");
            assertThat(slow.isSilent()).as("they are at it still").isTrue();
        }
    }

    @Test
    void bodyOfAForgedCallbackIsNotWaitedFor() {
        String forged = SlowSender.beginning(callback("forged").signedWith("wrong", "wrong"));
        try (SlowSender slow = new SlowSender(base, SLOW, forged)) {
            assertHonestCallbacksAreAnswered("forged");
            assertThat(slow.answers()).hasSize(SLOW).containsOnly(401);
        }
    }

    @Test
    void bodyOfAKnownCallbackIsNotWaitedFor() {
        SignedCallback captured = signed("captured");
        assertThat(captured.send()).isEqualTo(200);

        try (SlowSender slow = new SlowSender(base, SLOW, SlowSender.beginning(captured))) {
            assertHonestCallbacksAreAnswered("known");
            assertThat(slow.answers()).hasSize(SLOW).containsOnly(200);
        }
        assertThat(events("captured")).hasSize(Server.beans().size());
    }

    /** One body is read, for the event, and given up after some seconds; the others are answered at once. */
    @Test
    void bodiesOfARejectedCallbackKeepNobodyWaiting() {
        SignedCallback stale = signed("stale").withDate(Instant.now().minus(Duration.ofDays(2)));

        try (SlowSender slow = new SlowSender(base, SLOW, SlowSender.beginning(stale))) {
            assertHonestCallbacksAreAnswered("rejected");
            assertThat(slow.answers()).hasSize(SLOW).containsOnly(401);
        }
    }

    /** Aurpay would not send it again after a 200; without one, a server may still be at it when the connection ends. */
    @Test
    void eventOfABodyThatIsCutOffIsFiredOnceAndBeforeAny200() throws Exception {
        try (RawConnection connection = new RawConnection(base)) {
            connection.send(SlowSender.beginning(signed("cut")).getBytes(StandardCharsets.US_ASCII));
            connection.finish();
            if (connection.answer(false, RawConnection.PATIENCE).status() == 200) {
                assertThat(events("cut")).hasSameSizeAs(Server.beans());
            }
        }

        ShopProbe.await("a 200", () -> signed("cut").send() == 200);

        assertThat(events("cut")).hasSameSizeAs(Server.beans());
    }

    private void assertHonestCallbacksAreAnswered(String name) {
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
        assertThat(median).isLessThan(SOON);
        assertThat(longest).isLessThan(SANE);
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
