package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.verification.CallbackKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Checks when a callback is looked up before its body is read, with an inbox whose insert finds duplicates. */
@Timeout(60)
class FirstDeliveriesTest {
    private final SharedRows inbox = new SharedRows();
    private final FakeObservers observers = new FakeObservers();
    private final CallbackEndpoint endpoint = endpoint();
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger unwantedReads = new AtomicInteger();
    private final ExecutorService senders = Executors.newCachedThreadPool();

    @AfterEach
    void endSlowBodies() {
        end.countDown();
        senders.shutdownNow();
    }

    @Test
    void firstDeliveryCostsNoLookUp() {
        for (int payment = 0; payment < 100; payment++) {
            assertThat(send(payment, body())).isEqualTo(200);
        }
        assertThat(inbox.lookUps).hasValue(0);
        assertThat(observers.fired).hasSize(100);
    }

    @Test
    void everyDeliveryIsLookedUpIfTheInsertCannotBeReliedOn() {
        inbox.insertFindsDuplicates = false;
        assertThat(send(1, body())).isEqualTo(200);
        assertThat(inbox.lookUps).hasValue(1);
    }

    @Test
    void repeatedDeliveryIsLookedUpBeforeItsBody() {
        assertThat(send(1, body())).isEqualTo(200);
        assertThat(send(1, unwanted())).isEqualTo(200);
        assertThat(unwantedReads).hasValue(0);
        assertThat(inbox.lookUps).hasValue(1);
        assertThat(observers.fired).hasSize(1);
    }

    @Test
    void callbackThatWasRolledBackIsProcessedWhenItComesAgain() {
        observers.reaction = event -> {
            throw new IllegalStateException("no stock");
        };
        assertThat(send(1, body())).isEqualTo(500);
        observers.reaction = event -> {};
        assertThat(send(1, body())).isEqualTo(200);
        assertThat(observers.fired).hasSize(2);
        assertThat(observers.firedAsync).hasSize(1);
    }

    /** Another server has processed the callback, so this server has never seen it. */
    @Test
    void slowBodiesOfACapturedCallbackHoldOneThread() throws Exception {
        inbox.areAllThere = true;
        Future<Integer> first = sendSlowly(1);
        for (int i = 0; i < 200; i++) {
            assertThat(send(1, unwanted())).isEqualTo(200);
        }
        assertThat(unwantedReads).hasValue(0);
        end.countDown();
        assertThat(first.get()).isEqualTo(200);
        assertThat(observers.fired).isEmpty();
    }

    @Test
    void slowBodiesOfManyCapturedCallbacksHoldAFewThreads() throws Exception {
        inbox.areAllThere = true;
        List<Future<Integer>> slow = new ArrayList<>();
        for (int payment = 0; payment < 16; payment++) {
            slow.add(sendSlowly(payment));
        }
        for (int payment = 16; payment < 200; payment++) {
            assertThat(send(payment, unwanted())).isEqualTo(200);
        }
        assertThat(unwantedReads).hasValue(0);
        end.countDown();
        for (Future<Integer> each : slow) {
            assertThat(each.get()).isEqualTo(200);
        }
    }

    @Test
    void forgetsTheCallbackThatCameLeastRecently() {
        FirstDeliveries deliveries = new FirstDeliveries(2);
        assertThat(isFirst(deliveries, "a")).isTrue();
        assertThat(isFirst(deliveries, "b")).isTrue();
        assertThat(isFirst(deliveries, "a")).isFalse();
        assertThat(isFirst(deliveries, "c")).isTrue();
        assertThat(isFirst(deliveries, "a")).isFalse();
        assertThat(isFirst(deliveries, "b")).isTrue();
    }

    private static boolean isFirst(FirstDeliveries deliveries, String key) {
        boolean first = deliveries.begin(key);
        if (first) {
            deliveries.end();
        }
        return first;
    }

    private Future<Integer> sendSlowly(int payment) throws InterruptedException {
        SlowBody body = new SlowBody();
        Future<Integer> status = senders.submit(() -> send(payment, body));
        assertThat(body.isRead.await(30, TimeUnit.SECONDS)).isTrue();
        return status;
    }

    private int send(int payment, InputStream body) {
        String url = "/succeeded?reference=1&payment=" + String.format("%032x", payment);
        return endpoint.answer(new Delivery(
                        CallbackKind.SUCCEEDED, url, Sample.headers(Sample.signed(url)), Optional.of(body)))
                .status();
    }

    private static InputStream body() {
        return new ByteArrayInputStream(new byte[0]);
    }

    /** A body that could be slow, so that nobody may read it. */
    private InputStream unwanted() {
        return new InputStream() {
            @Override
            public int read() {
                unwantedReads.incrementAndGet();
                return -1;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                return read();
            }
        };
    }

    private CallbackEndpoint endpoint() {
        WebhookConfig read =
                WebhookConfig.of(new MapConfig(Sample.properties())).orElseThrow();
        WebhookConfig config = new WebhookConfig(
                read.rules(),
                Optional.of(Sample.verifier().build()),
                read.maxBodySize(),
                false,
                read.confirmTimeout(),
                read.userId(),
                read.inbox(),
                read.payments(),
                read.cashier());
        EventTransaction transaction = new EventTransaction(FakeTransaction::new, inbox, observers);
        return new CallbackEndpoint(
                config, transaction, Optional.empty(), Json.createReaderFactory(Map.of()), Sample.CLOCK);
    }

    /** A body that does not come until the test lets it. */
    private final class SlowBody extends InputStream {
        private final CountDownLatch isRead = new CountDownLatch(1);

        @Override
        public int read() {
            isRead.countDown();
            try {
                end.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return -1;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return read();
        }
    }
}
