package net.aurpay.webhook.verification;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What a {@link CallbackVerifier} believes. Call {@code token}, {@code secret}, {@code apiKey} and {@code url} once for
 * each value that is valid at present, such as an old and a new one during rotation. Not thread-safe.
 */
public final class CallbackVerifierBuilder {
    /** Whatever the clock says, adding it stays within the calendar. */
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
     * Where Aurpay calls, as it was registered, up to where the requests' own part begins. Behind a proxy it differs
     * from what the server sees; never build it from {@code Host} or a forwarding header, which the caller writes.
     *
     * @throws IllegalArgumentException if it is empty, or has other than visible ASCII characters
     */
    public CallbackVerifierBuilder url(String url) {
        if (!CallbackHeaders.isVisibleAscii(url, CallbackVerifier.MAX_URL)) {
            throw new IllegalArgumentException("a callback URL must be visible ASCII characters, was <" + url + ">");
        }
        urls.add(url);
        return this;
    }

    /**
     * The callback token from the dashboard.
     *
     * @throws IllegalArgumentException if it is not 1 to 512 visible ASCII characters
     */
    public CallbackVerifierBuilder token(String token) {
        tokens.add(checkedHeader(token, "the callback token"));
        return this;
    }

    /**
     * The callback secret from the dashboard.
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
     * The API key that comes along as {@code Api-Key}.
     *
     * @throws IllegalArgumentException if it is not 1 to 512 visible ASCII characters
     */
    public CallbackVerifierBuilder apiKey(String apiKey) {
        apiKeys.add(checkedHeader(apiKey, "the API key"));
        return this;
    }

    /**
     * What must be there, in place of token and signature. A factor with a value is checked whenever it is there, also
     * if it is not required. Without {@link AuthenticationFactor#SIGNATURE} neither URL nor date is proven: then look the order up
     * before you act.
     */
    public CallbackVerifierBuilder require(Set<AuthenticationFactor> factors) {
        required = Set.copyOf(factors);
        return this;
    }

    /**
     * How far ahead a date may be; 5 minutes by default.
     *
     * @throws IllegalArgumentException if it is negative or over 36500 days
     */
    public CallbackVerifierBuilder tolerance(Duration tolerance) {
        this.tolerance = checkedDuration(tolerance, "tolerance");
        return this;
    }

    /**
     * How old a date may be; a day by default.
     *
     * @throws IllegalArgumentException if it is negative or over 36500 days
     */
    public CallbackVerifierBuilder maxAge(Duration maxAge) {
        this.maxAge = checkedDuration(maxAge, "max-age");
        return this;
    }

    /** For tests. */
    public CallbackVerifierBuilder clock(InstantSource clock) {
        this.clock = clock;
        return this;
    }

    /**
     * The verifier, which later calls here do not change.
     *
     * @throws IllegalStateException if there is no URL, nothing is required, or a required factor has no value
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
        if (!CallbackHeaders.isVisibleAscii(value, CallbackHeaders.MAX_SECRET)) {
            throw new IllegalArgumentException(name + " must be 1 to " + CallbackHeaders.MAX_SECRET
                    + " visible ASCII characters, or no header can hold it");
        }
        return value;
    }

    private static Duration checkedDuration(Duration duration, String name) {
        if (duration.isNegative() || duration.compareTo(MAX_DURATION) > 0) {
            throw new IllegalArgumentException(name + " must be PT0S to P36500D, was <" + duration + ">");
        }
        return duration;
    }

    /** Without a secret in it. */
    @Override
    public String toString() {
        return "CallbackVerifierBuilder[urls=" + urls + ", required=" + required + "]";
    }
}
