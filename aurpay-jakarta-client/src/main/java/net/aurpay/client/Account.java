package net.aurpay.client;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.aurpay.client.shared.VisibleAscii;
import org.jspecify.annotations.Nullable;

/**
 * What an application needs to know of one Aurpay account: who calls the API, and how the callbacks of this account are verified.
 * Immutable and thread-safe; {@link #toString()} shows no secret. {@link Accounts} returns such objects:
 *
 * <pre>{@code
 * Account.of("north", Credentials.signature(row.apiToken(), row.secretKey()))
 *         .withCallbackTokens(List.of(row.callbackToken()))
 *         .withCallbackSecrets(Arrays.asList(row.callbackSecret(), row.previousCallbackSecret()))
 *         .withUserId(row.userId())
 * }</pre>
 */
public final class Account {
    /** Some words have another meaning in the webhook's URLs, or may get one. */
    private static final Set<String> RESERVED =
            Set.of("succeeded", "timed-out", "underpaid", "refunded", "probe", "callbacks", "cashier");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /** As long as the webhook accepts a header. */
    private static final int LONGEST_HEADER = 512;

    private final String name;
    private final @Nullable Credentials credentials;
    private final @Nullable Credentials lightning;
    private final List<String> callbackTokens;
    private final List<String> callbackSecrets;
    private final List<String> callbackApiKeys;
    private final @Nullable String userId;

    private Account(
            String name,
            @Nullable Credentials credentials,
            @Nullable Credentials lightning,
            List<String> callbackTokens,
            List<String> callbackSecrets,
            List<String> callbackApiKeys,
            @Nullable String userId) {
        this.name = name;
        this.credentials = credentials;
        this.lightning = lightning;
        this.callbackTokens = callbackTokens;
        this.callbackSecrets = callbackSecrets;
        this.callbackApiKeys = callbackApiKeys;
        this.userId = userId;
    }

    /**
     * An account with credentials for the API.
     *
     * @throws IllegalArgumentException if the name is not one that {@link Accounts#find} describes
     */
    public static Account of(String name, Credentials credentials) {
        return of(name).withCredentials(credentials);
    }

    /**
     * An account without credentials: its callbacks are received, but the API cannot be called.
     *
     * @throws IllegalArgumentException if the name is not one that {@link Accounts#find} describes
     */
    public static Account of(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "the name of an account must be 1 to 64 letters, digits, _ and -, and none of "
                            + new TreeSet<>(RESERVED) + ", was <" + name + ">");
        }
        return new Account(name, null, null, List.of(), List.of(), List.of(), null);
    }

    /** Whether an account can have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches() && !RESERVED.contains(name);
    }

    /** Returns this account with other credentials for the API. */
    public Account withCredentials(Credentials other) {
        return new Account(
                name,
                Objects.requireNonNull(other),
                lightning,
                callbackTokens,
                callbackSecrets,
                callbackApiKeys,
                userId);
    }

    /** Returns this account with credentials for Lightning, where the other credentials are not accepted. */
    public Account withLightning(Credentials other) {
        return new Account(
                name,
                credentials,
                Objects.requireNonNull(other),
                callbackTokens,
                callbackSecrets,
                callbackApiKeys,
                userId);
    }

    /**
     * Returns this account with other tokens, one of which a callback must have.
     *
     * @param tokens several while the token is being changed; null elements are left out
     * @throws IllegalArgumentException if a token is not 1 to 512 visible ASCII characters
     */
    public Account withCallbackTokens(List<@Nullable String> tokens) {
        return new Account(
                name,
                credentials,
                lightning,
                visible(tokens, "callback token"),
                callbackSecrets,
                callbackApiKeys,
                userId);
    }

    /**
     * Returns this account with other secrets, one of which must have signed a callback.
     *
     * @param secrets several while the secret is being changed; null elements are left out
     * @throws IllegalArgumentException if a secret is empty or blank
     */
    public Account withCallbackSecrets(List<@Nullable String> secrets) {
        List<String> present = present(secrets);
        if (present.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("a callback secret must not be empty");
        }
        return new Account(name, credentials, lightning, callbackTokens, present, callbackApiKeys, userId);
    }

    /**
     * Returns this account with other API keys, one of which a callback must have if it has any.
     *
     * @param keys several while the key is being changed; null elements are left out
     * @throws IllegalArgumentException if a key is not 1 to 512 visible ASCII characters
     */
    public Account withCallbackApiKeys(List<@Nullable String> keys) {
        return new Account(
                name,
                credentials,
                lightning,
                callbackTokens,
                callbackSecrets,
                visible(keys, "callback API key"),
                userId);
    }

    /**
     * Returns this account with a user id: an order of another user does not confirm a callback of this account.
     *
     * @param id null if the user is not known
     */
    public Account withUserId(@Nullable String id) {
        return new Account(name, credentials, lightning, callbackTokens, callbackSecrets, callbackApiKeys, id);
    }

    private static List<String> visible(List<@Nullable String> values, String what) {
        List<String> present = present(values);
        if (!present.stream().allMatch(value -> VisibleAscii.isVisible(value, LONGEST_HEADER))) {
            throw new IllegalArgumentException(
                    "a " + what + " must be 1 to " + LONGEST_HEADER + " visible ASCII characters without spaces");
        }
        return present;
    }

    private static List<String> present(List<@Nullable String> values) {
        return values.stream()
                .flatMap(Stream::ofNullable)
                .map(String.class::cast)
                .toList();
    }

    /** The name, as it stands in the URLs of callbacks. */
    public String name() {
        return name;
    }

    /** The credentials for the API, without Lightning. */
    public Optional<Credentials> credentials() {
        return Optional.ofNullable(credentials);
    }

    /** The credentials for Lightning. */
    public Optional<Credentials> lightning() {
        return Optional.ofNullable(lightning);
    }

    /** The tokens. They are secrets: never log them. */
    public List<String> callbackTokens() {
        return callbackTokens;
    }

    /** The secrets. Never log them. */
    public List<String> callbackSecrets() {
        return callbackSecrets;
    }

    /** The API keys. They are secrets: never log them. */
    public List<String> callbackApiKeys() {
        return callbackApiKeys;
    }

    /** The value of {@code user_id} in this account's orders. */
    public Optional<String> userId() {
        return Optional.ofNullable(userId);
    }

    @Override
    public String toString() {
        return "Account[" + name + ", " + (credentials == null ? "no credentials" : credentials)
                + (lightning == null ? "" : ", Lightning: " + lightning) + ", callbacks: " + callbackTokens.size()
                + " tokens, " + callbackSecrets.size() + " secrets, " + callbackApiKeys.size() + " API keys"
                + (userId == null ? "" : ", user <" + userId + ">") + "]";
    }
}
