package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.aurpay.client.Order;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.verification.CallbackKind;
import org.junit.jupiter.api.Test;

class RejectedBodiesTest {
    private static final String ORDER = Sample.resource("order.json");

    private Instant now = Sample.NOW;
    private final RejectedBodies bodies = new RejectedBodies(64 * 1024, Json.createReaderFactory(Map.of()), () -> now);

    @Test
    void readsOneBodyAtATimeForEachUrl() {
        List<Optional<Order>> meanwhile = new ArrayList<>();
        Optional<Order> first = bodies.order(delivery(whileReading(() -> meanwhile.add(order("url")))), "url");

        assertThat(first).isPresent();
        assertThat(meanwhile).containsOnly(Optional.empty());
        assertThat(order("url")).isPresent();
    }

    @Test
    void limitsHowManyBodiesAreReadAtATime() {
        List<Boolean> found = new ArrayList<>();
        readNested(0, found);

        assertThat(found).containsOnlyOnce(false).hasSize(RejectedBodies.MAX_AT_A_TIME + 1);
        assertThat(order("url0")).isPresent();
    }

    @Test
    void givesUpOnABodyThatComesByteByByte() {
        int[] read = {0};
        InputStream slow = new InputStream() {
            @Override
            public int read() {
                read[0]++;
                now = now.plusSeconds(1);
                return ' ';
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                bytes[offset] = (byte) read();
                return 1;
            }
        };

        assertThat(bodies.order(delivery(slow), "url")).isEmpty();
        assertThat(read[0]).isEqualTo(11);
        assertThat(order("url")).as("the next body is read").isPresent();
    }

    private void readNested(int depth, List<Boolean> found) {
        String url = "url" + depth;
        if (depth == RejectedBodies.MAX_AT_A_TIME) {
            found.add(order(url).isPresent());
            return;
        }
        Runnable[] deeper = {() -> readNested(depth + 1, found)};
        InputStream body = whileReading(() -> {
            deeper[0].run();
            deeper[0] = () -> {};
        });
        found.add(bodies.order(delivery(body), url).isPresent());
    }

    private Optional<Order> order(String url) {
        return bodies.order(delivery(new ByteArrayInputStream(ORDER.getBytes(StandardCharsets.UTF_8))), url);
    }

    private static Delivery delivery(InputStream body) {
        return new Delivery(CallbackKind.SUCCEEDED, "", name -> null, Optional.of(body));
    }

    private static InputStream whileReading(Runnable action) {
        return new ByteArrayInputStream(ORDER.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] bytes, int offset, int length) {
                action.run();
                return super.read(bytes, offset, length);
            }
        };
    }
}
