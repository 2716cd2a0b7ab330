package net.aurpay.client.health;

import jakarta.enterprise.inject.spi.CDI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import net.aurpay.client.AurpayException;
import net.aurpay.client.accounts.ApplicationAccounts;
import net.aurpay.client.http.ApplicationConfig;
import net.aurpay.client.http.ClientConfig;
import net.aurpay.client.http.CredentialSet;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jspecify.annotations.Nullable;

/**
 * Checks whether Aurpay's API responds and accepts the credentials, also those of each configured account, if {@code
 * aurpay.health.check} is {@code true}. However often the server runs this check, Aurpay is called at most once a minute, and never twice at the same time.
 *
 * <p>This class has no annotations. Otherwise servers would find the check even if it is not switched on, and would
 * fail if they have no MicroProfile Health. {@link HealthExtension} adds the scope and the qualifier.
 */
public class ApiReadiness implements HealthCheck {
    private static final System.Logger LOG = System.getLogger(ApiReadiness.class.getName());
    private static final long KEPT = Duration.ofMinutes(1).toNanos();

    /**
     * A callback with a date further ahead is rejected. How far ahead the date of a request may be is not documented.
     */
    private static final long TOLERANCE = Duration.ofMinutes(5).toMillis();

    private static final boolean IS_PAYARA = System.getProperty("com.sun.aas.instanceRoot") != null;

    /** Not injected, because Payara would look among the beans of the server. */
    @Nullable
    ReadinessProbe probe;

    /** By the names of the accounts that the configuration lists with credentials. */
    @Nullable
    Map<String, ReadinessProbe> accounts;

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
     * Payara runs the check outside the application, where neither the configuration nor the beans of the application
     * are visible. On Open Liberty, the thread's own class loader sees more than the class loader of the application,
     * so there it must stay.
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
        boolean up = true;
        try {
            Map<String, ReadinessProbe> probes = accounts();
            if (probes.isEmpty() || hasCredentials()) {
                up = isAccepted("", probe(), data);
            }
            for (Map.Entry<String, ReadinessProbe> account : probes.entrySet()) {
                up &= isAccepted("." + account.getKey(), account.getValue(), data);
            }
        } catch (RuntimeException | Error e) {
            up = false;
            note("", e, data);
        }
        Long millis = clockSkew().millisAhead();
        if (millis != null) {
            data.put("clock-difference", millis);
            data.put("clock", Math.abs(millis) <= TOLERANCE ? "right" : "wrong");
        }
        return response(up, data);
    }

    /** @param suffix distinguishes the account's data; empty for the unnamed account */
    private static boolean isAccepted(String suffix, ReadinessProbe probe, Map<String, Object> data) {
        try {
            probe.ask();
            data.put("outcome" + suffix, "success");
            return true;
        } catch (RuntimeException | Error e) {
            note(suffix, e, data);
            return false;
        }
    }

    /** Does not show the message: the health of a server may be open to anyone. */
    private static void note(String suffix, Throwable thrown, Map<String, Object> data) {
        data.put("outcome" + suffix, thrown.getClass().getSimpleName());
        if (thrown instanceof AurpayException failure && failure.code() != AurpayException.NO_CODE) {
            data.put("code" + suffix, (long) failure.code());
        }
        String account = suffix.isEmpty() ? "" : " on behalf of the account " + suffix.substring(1);
        LOG.log(System.Logger.Level.WARNING, "not ready: Aurpay's API cannot be used" + account, thrown);
    }

    private ReadinessProbe probe() {
        if (probe == null) {
            probe = CDI.current()
                    .select(ReadinessProbe.class, RestClient.LITERAL)
                    .get();
        }
        return probe;
    }

    private Map<String, ReadinessProbe> accounts() {
        if (accounts == null) {
            accounts = CDI.current().select(ApplicationAccounts.class).get().probes(ReadinessProbe.class);
        }
        return accounts;
    }

    /** Whether there is an unnamed account, besides the named ones. */
    private static boolean hasCredentials() {
        return ClientConfig.of(ApplicationConfig.current()).credentials().containsKey(CredentialSet.MAIN);
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
