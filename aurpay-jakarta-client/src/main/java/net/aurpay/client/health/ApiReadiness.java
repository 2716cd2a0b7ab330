package net.aurpay.client.health;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import net.aurpay.client.AurpayException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Whether Aurpay's API answers and takes the credentials, if {@code aurpay.health.check} says so. Whoever asks, Aurpay
 * is asked once a minute at most, and never twice at a time.
 *
 * <p>Without annotations, or servers would find it, asked for or not, and stumble where there is no MicroProfile
 * Health: {@link HealthExtension} adds scope and qualifier.
 */
public class ApiReadiness implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(ApiReadiness.class.getName());
    private static final long KEPT = Duration.ofMinutes(1).toNanos();

    /** Callbacks that are dated further ahead are refused; what Aurpay accepts of a request is not documented. */
    private static final long TOLERANCE = Duration.ofMinutes(5).toMillis();

    private static final boolean IS_PAYARA = System.getProperty("com.sun.aas.instanceRoot") != null;

    /** Not injected, for Payara would look for beans of the server's own. */
    @Nullable
    ReadinessProbe probe;

    @Nullable
    ClockSkew clockSkew;

    LongSupplier nanoTime = System::nanoTime;

    private final ReentrantLock asking = new ReentrantLock();
    private volatile @Nullable HealthCheckResponse last;
    private long lastTime;

    @Override
    public HealthCheckResponse call() {
        if (asking.tryLock()) {
            try {
                if (last == null || nanoTime.getAsLong() - lastTime >= KEPT) {
                    last = IS_PAYARA ? askWithin(ApiReadiness.class.getClassLoader()) : ask();
                    lastTime = nanoTime.getAsLong();
                }
            } finally {
                asking.unlock();
            }
        }
        HealthCheckResponse known = last;
        return known == null ? response(false, Map.of("outcome", "not yet known")) : known;
    }

    /**
     * Payara asks outside of the application, where neither its configuration nor its beans are in sight. Open
     * Liberty's own loader of the thread sees more than the application's, and must stay.
     */
    private HealthCheckResponse askWithin(ClassLoader application) {
        Thread thread = Thread.currentThread();
        ClassLoader asker = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            return ask();
        } finally {
            thread.setContextClassLoader(asker);
        }
    }

    private HealthCheckResponse ask() {
        Map<String, Object> data = new TreeMap<>();
        boolean up = false;
        try {
            if (probe == null) {
                probe = CDI.current()
                        .select(ReadinessProbe.class, RestClient.LITERAL)
                        .get();
            }
            probe.ask();
            up = true;
            data.put("outcome", "success");
        } catch (RuntimeException | Error e) {
            // no message: who asks for the health may be anyone
            data.put("outcome", e.getClass().getSimpleName());
            if (e instanceof AurpayException failure && failure.code() != AurpayException.NO_CODE) {
                data.put("code", (long) failure.code());
            }
            LOG.log(System.Logger.Level.WARNING, "not ready: Aurpay's API cannot be used", e);
        }
        Long millis = clockSkew().millisAhead();
        if (millis != null) {
            data.put("clock-difference", millis);
            data.put("clock", Math.abs(millis) <= TOLERANCE ? "right" : "wrong");
        }
        return response(up, data);
    }

    private ClockSkew clockSkew() {
        if (clockSkew == null) {
            clockSkew = CDI.current().select(ClockSkew.class).get();
        }
        return clockSkew;
    }

    private static HealthCheckResponse response(boolean up, Map<String, Object> data) {
        return new HealthCheckResponse("aurpay", up ? Status.UP : Status.DOWN, Optional.of(data));
    }
}
