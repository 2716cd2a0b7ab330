package net.aurpay.it.sandbox;

import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox runs. Each method gives a changed copy.
 *
 * @param port 0 for any free one
 * @param publicUrl under which browsers and the shop reach it, if that is not where it listens; scheme, host and port
 * @param merchants the first one owns the recorded orders, and logs in as {@code example@aurpay.com} with
 *     {@code example-123456}
 * @param rules how requests are verified where the documentation leaves it open
 * @param verified whether the account has passed KYB; if not, a withdrawal is answered 40004
 * @param orderLife after which an order is OVERDUE
 * @param retryPauses between the attempts of a callback; none is left after the last
 * @param tls whom callbacks to https URLs trust
 */
public record SandboxOptions(
        String host,
        int port,
        @Nullable URI publicUrl,
        List<Keys> merchants,
        VerificationRules rules,
        boolean verified,
        Duration orderLife,
        List<Duration> retryPauses,
        Clock clock,
        SSLContext tls) {
    public static SandboxOptions defaults() {
        return new SandboxOptions(
                "127.0.0.1",
                0,
                null,
                List.of(Keys.of(Map.of())),
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
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions port(int port) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    /**
     * With another {@link #publicUrl}.
     *
     * @throws IllegalArgumentException unless it is {@code http} or {@code https}, a host, and a port if need be
     */
    public SandboxOptions publicUrl(URI publicUrl) {
        boolean http = "http".equals(publicUrl.getScheme()) || "https".equals(publicUrl.getScheme());
        if (!http || !publicUrl.toString().endsWith("://" + publicUrl.getRawAuthority())) {
            throw new IllegalArgumentException(
                    "the public URL must be like http://sandbox.example.com:9090, was <" + publicUrl + ">");
        }
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions merchants(List<Keys> merchants) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions rules(VerificationRules rules) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions verified(boolean verified) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions orderLife(Duration orderLife) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions retryPauses(List<Duration> retryPauses) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions clock(Clock clock) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }

    public SandboxOptions tls(SSLContext tls) {
        return new SandboxOptions(
                host, port, publicUrl, merchants, rules, verified, orderLife, retryPauses, clock, tls);
    }
}
