package net.aurpay.webhook.inbox;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import net.aurpay.webhook.CallbackRejected;
import net.aurpay.webhook.OrderEvent;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.endpoint.CallbackEndpoint;
import net.aurpay.webhook.endpoint.Delivery;
import net.aurpay.webhook.endpoint.EventTransaction;
import net.aurpay.webhook.endpoint.FakeTransaction;
import net.aurpay.webhook.endpoint.MapConfig;
import net.aurpay.webhook.endpoint.Observers;
import net.aurpay.webhook.endpoint.WebhookConfig;
import net.aurpay.webhook.testing.SignedCallback;
import net.aurpay.webhook.verification.CallbackKind;

/**
 * The main class of a JVM with a small heap. It sends callbacks to an endpoint and prints the memory in use at
 * intervals.
 */
final class MemoryRun {
    private static final Logger QUIET = Logger.getLogger("net.aurpay.webhook");
    private static final int PRINTS = 10;
    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final String ORDER = Sample.resource("order.json");

    private final FakeTransaction transaction = new FakeTransaction();
    private final CallbackEndpoint endpoint;
    private final SplittableRandom random;
    private final Duration pause;
    private Instant now = Sample.NOW;
    private boolean failing;
    private long fired;

    private MemoryRun(int inboxSize, long seed) {
        random = new SplittableRandom(seed);
        InboxConfig memory = new InboxConfig(Optional.empty(), "", inboxSize, MAX_AGE, Optional.empty());
        // With this pause, half of the callbacks that fit into the inbox are younger than the maximal age.
        pause = MAX_AGE.multipliedBy(2).dividedBy(inboxSize);
        endpoint = new CallbackEndpoint(
                WebhookConfig.of(new MapConfig(Sample.properties()))
                        .map(read -> new WebhookConfig(
                                read.rules(),
                                Optional.of(Sample.verifier().clock(() -> now).build()),
                                read.maxBodySize(),
                                false,
                                read.confirmTimeout(),
                                Optional.empty(),
                                read.inbox(),
                                read.payments(),
                                read.cashier()))
                        .orElseThrow(),
                new EventTransaction(() -> transaction, new MemoryInbox(memory, () -> now), new Counting()),
                Optional.empty(),
                Json.createReaderFactory(Map.of()),
                () -> now);
    }

    /**
     * Throws an exception if a status or the number of events is wrong.
     *
     * @param arguments the number of callbacks, the size of the inbox, the seed
     */
    public static void main(String[] arguments) {
        QUIET.setLevel(Level.OFF);
        int count = Integer.parseInt(arguments[0]);
        MemoryRun run = new MemoryRun(Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        long expected = 0;
        for (int i = 1; i <= count; i++) {
            expected += run.deliver(i);
            run.transaction.calls.clear();
            if (i % (count / PRINTS) == 0) {
                memory.gc();
                System.out.println(memory.getHeapMemoryUsage().getUsed());
            }
        }
        require(run.fired == expected, "fired " + run.fired + " events, not " + expected);
    }

    /** Sends one callback, possibly more than once, and returns how many events it must cause. */
    private int deliver(int number) {
        now = now.plus(pause);
        String payment = String.format(Locale.ROOT, "%032x", number);
        String url = "?reference=A%2F" + number + "&payment=" + payment;
        int kind = random.nextInt(10);
        if (kind == 0) {
            expect(401, Sample.signed("/succeeded" + url).signedWith(Sample.TOKEN, "forged"));
            return 0;
        }
        if (kind == 1) {
            failing = true;
            expect(500, Sample.signed("/succeeded" + url));
            failing = false;
        }
        expect(200, Sample.signed("/succeeded" + url).withBody(ORDER));
        if (kind == 2) {
            expect(200, Sample.signed("/succeeded" + url));
            expect(200, Sample.signed("/timed-out" + url));
        }
        return 1;
    }

    private void expect(int status, SignedCallback callback) {
        String urlSuffix = callback.url().toString().substring(Sample.BASE.length());
        int actual = endpoint.answer(new Delivery(
                        urlSuffix.startsWith(CallbackKind.SUCCEEDED.path())
                                ? CallbackKind.SUCCEEDED
                                : CallbackKind.TIMED_OUT,
                        urlSuffix,
                        Sample.headers(callback.withDate(now)),
                        callback.body().map(body -> new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)))))
                .status();
        require(actual == status, urlSuffix + " was answered " + actual + ", not " + status);
    }

    private static void require(boolean condition, String message) {
        if (!condition) {
            throw new IllegalStateException(message);
        }
    }

    private final class Counting implements Observers {
        @Override
        public void fire(OrderEvent event) {
            require(!failing, "told to fail");
            fired++;
        }

        @Override
        public void fireAsync(OrderEvent event) {
            // The test needs no such observer.
        }

        @Override
        public void fireRejected(CallbackRejected event) {
            // The test needs no such observer.
        }
    }
}
