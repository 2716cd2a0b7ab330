package net.aurpay.webhook.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import net.aurpay.client.shared.VisibleAscii;

/**
 * Builds a {@link CallbackVerifier}. Call {@code token}, {@code secret}, {@code apiKey} and {@code url} once for each
 * value that is valid at present; during a rotation these are the old and the new one. Not thread-safe.
 */
public final class CallbackVerifierBuilder {
    /** Small enough that adding it to any time of the clock stays within the calendar. */
    public static final Duration MAX_DURATION = Duration.ofDays(36500);

    final List<String> urls = new ArrayList<>();
    final List<String> tokens = new ArrayList<>();
    final List<String> secrets = new ArrayList<>();
    final List<String> apiKeys = new ArrayList<>();
    Set<AuthenticationFactor> required = EnumSet.of(AuthenticationFactor.TOKEN, AuthenticationFactor.SIGNATURE);
    Duration tolerance = Duration.ofMinutes(5);
    Duration maxAge = Duration.ofDays(1);
    InstantSource clock = Clock.systemUTC();

    CallbackVerifierBuilder() {}

    /**
     * Adds the URL that Aurpay calls, as it was registered, without the part that differs from request to request.
     * Behind a proxy this URL differs from the one that the server sees. Never build it from {@code Host} or a
     * forwarding header, because the caller writes those.
     *
     * @throws IllegalArgumentException if the URL is empty or has characters other than visible ASCII
     */
    public CallbackVerifierBuilder url(String url) {
        if (!VisibleAscii.isVisible(url, CallbackVerifier.MAX_URL)) {
            throw new IllegalArgumentException("a callback URL must be visible ASCII characters, was <" + url + ">");
        }
        urls.add(url);
        return this;
    }

    /**
     * Adds a callback token from the dashboard.
     *
     * @throws IllegalArgumentException if it is not 1 to 512 visible ASCII characters
     */
    public CallbackVerifierBuilder token(String token) {
        tokens.add(checkedHeader(token, "the callback token"));
        return this;
    }

    /**
     * Adds a callback secret from the dashboard.
     *
     * @throws IllegalArgumentException if it is empty or blank
     */
    public CallbackVerifierBuilder secret(String secret) {
        if (secret.isBlank()) {
            throw new IllegalArgumentException("the callback secret must not be empty");
        }
        secrets.add(secret);
        return this;
    }

    /**
     * Adds an API key that callbacks may carry as {@code Api-Key}.
     *
     * @throws IllegalArgumentException if it is not 1 to 512 visible ASCII characters
     */
    public CallbackVerifierBuilder apiKey(String apiKey) {
        apiKeys.add(checkedHeader(apiKey, "the API key"));
        return this;
    }

    /**
     * Sets the factors that a callback must have, in place of token and signature. A factor with a configured
     * value is checked whenever a callback carries it, even if it is not required.
     *
     * <p>Without {@link AuthenticationFactor#SIGNATURE} neither the URL nor the date is proven: look the order up
     * before you act.
     */
    public CallbackVerifierBuilder require(Set<AuthenticationFactor> factors) {
        required = Set.copyOf(factors);
        return this;
    }

    /**
     * Sets how far in the future a date may be; 5 minutes by default.
     *
     * @throws IllegalArgumentException if it is negative or over 36500 days
     */
    public CallbackVerifierBuilder tolerance(Duration tolerance) {
        this.tolerance = checkedDuration(tolerance, "tolerance");
        return this;
    }

    /**
     * Sets how old a date may be; one day by default.
     *
     * @throws IllegalArgumentException if it is negative or over 36500 days
     */
    public CallbackVerifierBuilder maxAge(Duration maxAge) {
        this.maxAge = checkedDuration(maxAge, "max-age");
        return this;
    }

    /** Sets the clock, for tests. */
    public CallbackVerifierBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /**
     * Builds the verifier. Later calls of this builder do not change it.
     *
     * @throws IllegalStateException if there is no URL, if nothing is required, or if a required factor has no value
     */
    public CallbackVerifier build() {
        if (urls.isEmpty()) {
            throw new IllegalStateException("a callback verifier needs a url");
        }
        if (required.isEmpty()) {
            throw new IllegalStateException("a callback verifier must require something");
        }
        for (AuthenticationFactor factor : required) {
            if (values(factor).isEmpty()) {
                throw new IllegalStateException(factor + " is required and has no value");
            }
        }
        return new CallbackVerifier(this);
    }

    public List<String> values(AuthenticationFactor factor) {
        return factor == AuthenticationFactor.TOKEN
                ? tokens
                : factor == AuthenticationFactor.SIGNATURE ? secrets : apiKeys;
    }

    Set<AuthenticationFactor> quoted() {
        Set<AuthenticationFactor> quoted = EnumSet.noneOf(AuthenticationFactor.class);
        for (AuthenticationFactor factor : AuthenticationFactor.values()) {
            if (values(factor).stream().anyMatch(CallbackVerifierBuilder::isQuoted)) {
                quoted.add(factor);
            }
        }
        return Set.copyOf(quoted);
    }

    private static boolean isQuoted(String value) {
        char first = value.charAt(0);
        return value.length() > 1 && (first == '"' || first == '\'') && value.charAt(value.length() - 1) == first;
    }

    private static String checkedHeader(String value, String name) {
        if (!VisibleAscii.isVisible(value, CallbackHeaders.MAX_SECRET)) {
            throw new IllegalArgumentException(name + " must be 1 to " + CallbackHeaders.MAX_SECRET
                    + " visible ASCII characters, because no header can hold others");
        }
        return value;
    }

    private static Duration checkedDuration(Duration duration, String name) {
        if (duration.isNegative() || duration.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException(name + " must be PT0S to P36500D, was <" + duration + ">");
        }
        return duration;
    }

    /** Contains no secret. */
    @Override
    public String toString() {
        return "CallbackVerifierBuilder[urls=" + urls + ", required=" + required + "]";
    }
}
