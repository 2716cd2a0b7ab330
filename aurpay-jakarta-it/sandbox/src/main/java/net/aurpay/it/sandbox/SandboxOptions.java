package net.aurpay.it.sandbox;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox runs. Immutable; each method returns a changed copy.
 *
 * @param port 0 for any free port
 * @param publicUrl scheme, host and port at which browsers and the shop reach the sandbox; null if that is where it
 *     listens
 * @param merchants the first merchant owns the recorded orders, and logs in as {@code example@aurpay.com} with
 *     {@code example-123456}
 * @param accounts named accounts, besides the merchants, which have no name; each account has orders, transactions,
 *     a Lightning balance and callbacks of its own
 * @param rules how requests are verified where the documentation leaves it open
 * @param verified whether the account has passed KYB; if not, a withdrawal is answered 40004
 * @param orderLife time after which an unpaid order is OVERDUE
 * @param retryPauses pauses between the attempts of a callback; after the last pause there is one more attempt
 * @param tls decides which certificates are trusted when callbacks are sent to https URLs
 */
public record SandboxOptions(
        String host,
        int port,
        @Nullable URI publicUrl,
        List<Keys> merchants,
        Map<String, Keys> accounts,
        VerificationRules rules,
        boolean verified,
        Duration orderLife,
        List<Duration> retryPauses,
        Clock clock,
        SSLContext tls) {
    /** The name that stands for the accounts without a name. No account can have this name. */
    static final String UNNAMED = "(unnamed)";

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** These words end the URLs of callbacks, so no client accepts them as names. */
    private static final Set<String> NOT_NAMES = Set.of("succeeded", "timed-out");

    /** Creates options whose named accounts are listed in the given order. */
    public SandboxOptions {
        for (String name : accounts.keySet()) {
            if (!isName(name)) {
                throw new IllegalArgumentException(
                        "the name of an account must be 1 to 64 letters, digits, _ and -, was <" + name + ">");
            }
            requireOtherThanCallbacks(name);
        }
        accounts = Collections.unmodifiableMap(new LinkedHashMap<>(accounts));
    }

    static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    static void requireOtherThanCallbacks(String name) {
        if (NOT_NAMES.contains(name)) {
            throw new IllegalArgumentException("the name of an account must not be succeeded or timed-out, because the"
                    + " URLs of callbacks end in these words");
        }
    }

    public static SandboxOptions defaults() {
        return new SandboxOptions(
                "127.0.0.1",
                0,
                null,
                List.of(Keys.of(Map.of())),
                Map.of(),
                VerificationRules.DOCUMENTED,
                false,
                Duration.ofMinutes(30),
                List.of(1, 2, 4, 8, 15, 30, 60, 60, 60, 60).stream()
                        .map(Duration::ofSeconds)
                        .toList(),
                Clock.systemUTC(),
                trusted());
    }

    private static SSLContext trusted() {
        try {
            return SSLContext.getDefault();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has TLS", e);
        }
    }

    public SandboxOptions host(String host) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions port(int port) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    /**
     * Returns a copy with another {@link #publicUrl}.
     *
     * @throws IllegalArgumentException unless the URL consists of {@code http} or {@code https}, a host, and optionally a
     *     port
     */
    public SandboxOptions publicUrl(URI publicUrl) {
        boolean http = "http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme());
        if (!http || !publicUrl.toString().endsWith("://" + publicUrl.getRawAuthority())) {
            throw new IllegalArgumentException(
                    "the public URL must be like http://sandbox.example.com:9090, was <" + publicUrl + ">");
        }
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions merchants(List<Keys> merchants) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    /** Returns a copy with these named accounts and no others. */
    public SandboxOptions accounts(Map<String, Keys> accounts) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    /**
     * Returns a copy with one more named account.
     *
     * @throws IllegalArgumentException if there is already an account with this name
     */
    public SandboxOptions account(String name, Keys keys) {
        Map<String, Keys> more = new LinkedHashMap<>(accounts);
        if (more.put(name, keys) != null) {
            throw new IllegalArgumentException("account <" + name + "> is given twice");
        }
        return accounts(more);
    }

    /** The keys of the merchants, then those of the named accounts. */
    List<Keys> allKeys() {
        return Stream.concat(merchants.stream(), accounts.values().stream()).toList();
    }

    public SandboxOptions rules(VerificationRules rules) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions verified(boolean verified) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions orderLife(Duration orderLife) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions retryPauses(List<Duration> retryPauses) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions clock(Clock clock) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions tls(SSLContext tls) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, accounts, rules, verified, orderLife, retryPauses, clock, tls);
    }
}
