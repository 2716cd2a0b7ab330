package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.AuthClient;
import net.aurpay.client.LightningClient;
import net.aurpay.client.OrderClient;
import net.aurpay.client.WalletClient;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RetriesTest {
    private static final Retries QUICK = new Retries(2, Duration.ofMillis(1));

    private final AtomicInteger attempts = new AtomicInteger();

    @AfterEach
    void forgetInterruption() {
        Thread.interrupted();
    }

    @Test
    void readIsTriedAsOftenAsConfigured() {
        for (int max : new int[] {0, 1, 3}) {
            attempts.set(0);
            assertThat(failure(new Retries(max, Duration.ofMillis(1)), unavailable(null)))
                    .isInstanceOf(AurpayUnavailableException.class);
            assertThat(attempts).as("at most %d retries", max).hasValue(max + 1);
        }
    }

    @Test
    void firstSuccessIsTheResult() {
        Object result = Retries.call(
                () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw unavailable(null);
                    }
                    return "response";
                },
                AurpayException.class::cast,
                () -> QUICK);

        assertThat(result).isEqualTo("response");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void onlyAnUnavailableApiCausesALookAtTheConfiguration() {
        Supplier<Retries> unreadable = () -> {
            throw new IllegalStateException("asked");
        };

        assertThat(Retries.call(() -> "response", AurpayException.class::cast, unreadable))
                .isEqualTo("response");
        AurpayException rejected = AurpayException.builder("no").code(40005).build();
        assertThatThrownBy(() -> Retries.call(throwing(rejected), AurpayException.class::cast, unreadable))
                .isSameAs(rejected);
        assertThatThrownBy(() -> Retries.call(throwing(unavailable(null)), AurpayException.class::cast, unreadable))
                .hasMessage("asked");
    }

    @Test
    void onlyAnUnavailableApiIsTriedAgain() {
        assertThat(failure(QUICK, AurpayException.builder("no").code(40005).build()))
                .hasMessage("no");
        assertThat(attempts).hasValue(1);
    }

    @Test
    void longerWaitThanConfiguredIsLeftToTheCaller() {
        AurpayException failure = failure(QUICK, unavailable(Duration.ofSeconds(1)));

        assertThat(((AurpayUnavailableException) failure).retryAfter()).isEqualTo(Duration.ofSeconds(1));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void requestedWaitIsObeyed() {
        long start = System.nanoTime();

        failure(new Retries(1, Duration.ofMillis(300)), unavailable(Duration.ofMillis(300)));

        assertThat(attempts).hasValue(2);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void interruptionEndsTheWaitAndIsKept() {
        Thread.currentThread().interrupt();

        failure(new Retries(5, Duration.ofMinutes(1)), unavailable(null));

        assertThat(attempts).hasValue(1);
        assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }

    @Test
    void everyReadIsTriedAgainAndNoWriteIs() {
        Retries configured = new Retries(7, Duration.ZERO);
        ClientConfig config = new ClientConfig(java.util.Map.of(), new SigningRules(false, false), 1, configured);
        List<Method> methods = Stream.of(AuthClient.class, OrderClient.class, WalletClient.class, LightningClient.class)
                .flatMap(client -> Stream.of(client.getMethods()))
                .toList();

        assertThat(methods).hasSize(17);
        for (Method method : methods) {
            boolean write = ExceptionTranslator.effect(method) != Effect.NONE
                    || method.getName().equals("logIn");
            assertThat(Retries.of(method, () -> config))
                    .as(method.toString())
                    .isEqualTo(write ? Retries.NONE : configured);
        }
    }

    private static AurpayException unavailable(@Nullable Duration retryAfter) {
        return AurpayException.builder("busy")
                .unavailable(true)
                .retryAfter(retryAfter)
                .build();
    }

    private AurpayException failure(Retries retries, AurpayException thrown) {
        return catchThrowableOfType(
                AurpayException.class,
                () -> Retries.call(throwing(thrown), AurpayException.class::cast, () -> retries));
    }

    private Callable<@Nullable Object> throwing(AurpayException thrown) {
        return () -> {
            attempts.incrementAndGet();
            throw thrown;
        };
    }
}
