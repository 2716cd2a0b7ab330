package net.aurpay.client.health;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonValue;
import jakarta.ws.rs.ProcessingException;
import java.time.Duration;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.aurpay.client.AurpayException;
import net.aurpay.client.http.FakeConfig;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ApiReadinessTest {
    private final AtomicInteger calls = new AtomicInteger();
    private Runnable response = () -> {};
    private long nanos = Long.MAX_VALUE - 5;
    private final ClockSkew skew = new ClockSkew();
    private final ApiReadiness readiness = new ApiReadiness();

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // In this test, there is no container to do it.
    void inject() {
        readiness.clockSkew = skew;
        readiness.accounts = Map.of();
        readiness.nanoTime = () -> nanos;
        readiness.probe = () -> {
            calls.incrementAndGet();
            response.run();
            return JsonValue.NULL;
        };
    }

    @Test
    void callsTheApiOnceAMinuteHoweverOftenTheCheckRuns() {
        for (int i = 0; i < 100; i++) {
            assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
        }
        assertThat(calls).hasValue(1);

        pass(Duration.ofSeconds(59));
        readiness.call();
        assertThat(calls).hasValue(1);
        pass(Duration.ofSeconds(1));
        readiness.call();
        assertThat(calls).hasValue(2);
    }

    @Test
    void remembersFailuresForAMinute() {
        response = () -> {
            throw new ProcessingException("secret-key of the request");
        };
        for (int i = 0; i < 100; i++) {
            assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        }
        assertThat(calls).hasValue(1);
        assertThat(data()).isEqualTo(Map.of("outcome", "ProcessingException"));

        response = () -> {};
        pass(Duration.ofMinutes(1));
        assertThat(readiness.call().getStatus()).isEqualTo(Status.UP);
    }

    @Test
    @SuppressWarnings("UnnecessaryAssignment")
    void isDownIfOneAccountIsRejectedAndSaysWhich() {
        FakeConfig.of().install();
        readiness.accounts = Map.of("north", () -> JsonValue.NULL, "south", () -> {
            throw AurpayException.builder("the token of south")
                    .httpStatus(401)
                    .code(401)
                    .build();
        });

        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(data())
                .isEqualTo(Map.of("outcome.north", "success", "outcome.south", "AurpayException", "code.south", 401L));
        assertThat(calls).as("the unnamed account, which has no credentials").hasValue(0);
    }

    /** If the check threw an error, Open Liberty would consider the application ready, without any check. */
    @Test
    void errorInTheServerMeansNotReady() {
        response = () -> {
            throw new ServiceConfigurationError("no such provider");
        };
        assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
        assertThat(data()).isEqualTo(Map.of("outcome", "ServiceConfigurationError"));
    }

    @Test
    void respondsAtOnceWhileAnotherThreadCallsTheApi() throws Exception {
        CountDownLatch called = new CountDownLatch(1);
        CountDownLatch responded = new CountDownLatch(1);
        response = () -> {
            called.countDown();
            await(responded);
        };
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<HealthCheckResponse> first = other.submit(readiness::call);
            await(called);

            assertThat(readiness.call().getStatus()).isEqualTo(Status.DOWN);
            assertThat(data()).isEqualTo(Map.of("outcome", "not yet known"));
            responded.countDown();
            assertThat(first.get(1, TimeUnit.MINUTES).getStatus()).isEqualTo(Status.UP);
        } finally {
            responded.countDown();
            other.shutdownNow();
        }
        assertThat(calls).hasValue(1);
    }

    @Test
    void reportsTheClockDifference() {
        skew.note(-300_000L);
        assertThat(data()).isEqualTo(Map.of("outcome", "success", "clock-difference", -300_000L, "clock", "right"));

        skew.note(-300_001L);
        pass(Duration.ofMinutes(1));
        assertThat(data()).isEqualTo(Map.of("outcome", "success", "clock-difference", -300_001L, "clock", "wrong"));
    }

    private Map<String, Object> data() {
        return readiness.call().getData().orElseThrow();
    }

    private void pass(Duration time) {
        nanos += time.toNanos();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
