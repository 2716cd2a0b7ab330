package net.aurpay.client.http;

import jakarta.ws.rs.GET;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ServiceConfigurationError;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayException;
import net.aurpay.client.AurpayUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Retries a read while Aurpay is unavailable; each attempt is signed afresh. A call that changes something is sent
 * once. {@link CallInterceptor} uses this for injected clients, {@link RetryingInvocationHandler} for the others.
 *
 * @param max the value of {@code aurpay.max-retries}
 * @param maxWait the value of {@code aurpay.max-retry-wait}
 */
public record Retries(int max, Duration maxWait) {
    static final Retries NONE = new Retries(0, Duration.ZERO);

    /** The longest wait before the first retry. The value doubles before each further retry. */
    private static final long FIRST_WAIT_MILLIS = 400;

    /** Turns whatever an attempt throws into an {@link AurpayException}. */
    @FunctionalInterface
    interface Translation {
        AurpayException of(Throwable thrown);
    }

    /** The retries of a call of {@code method}. Only a {@code GET} is ever retried. */
    static Retries of(Method method, Supplier<ClientConfig> config) {
        Method declared = ExceptionTranslator.declared(method);
        AurpayApi api = declared.getDeclaringClass().getAnnotation(AurpayApi.class);
        if (!declared.isAnnotationPresent(GET.class) || (api != null && !api.retried())) {
            return NONE;
        }
        try {
            return config.get().retries();
        } catch (IllegalArgumentException e) {
            // The signing filter reports this in a sentence.
            return NONE;
        }
    }

    /**
     * Returns the result of the first attempt that succeeds.
     *
     * @param allowed asked only after a failure, because most calls succeed
     * @throws AurpayException the last failure, or the failure after which the thread was interrupted
     */
    static @Nullable Object call(
            Callable<@Nullable Object> attempt, Translation translation, Supplier<Retries> allowed) {
        for (int retry = 0; ; retry++) {
            try {
                return attempt.call();
            } catch (Exception | LinkageError | ServiceConfigurationError e) {
                AurpayException failure = translation.of(e);
                if (!(failure instanceof AurpayUnavailableException unavailable)
                        || !allowed.get().waitAfter(unavailable, retry)) {
                    throw failure;
                }
            }
        }
    }

    /** Waits, and returns whether the same call may be tried again now. */
    private boolean waitAfter(AurpayUnavailableException failure, int retry) {
        Duration asked = failure.retryAfter();
        if (retry >= max || (asked != null && asked.compareTo(maxWait) > 0)) {
            return false;
        }
        long longest = Math.min(FIRST_WAIT_MILLIS << Math.min(retry, 20), maxWait.toMillis());
        // Jitter keeps apart the servers that failed at the same moment.
        long wait = longest - ThreadLocalRandom.current().nextLong(longest / 2 + 1);
        try {
            Thread.sleep(Math.max(wait, asked == null ? 0 : asked.toMillis()));
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
