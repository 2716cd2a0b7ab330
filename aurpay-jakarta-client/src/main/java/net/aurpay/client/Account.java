package net.aurpay.client;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import net.aurpay.client.shared.VisibleAscii;
import org.jspecify.annotations.Nullable;

/**
 * What an application needs to know of one Aurpay account: who calls the API, and how the callbacks of this account are verified.
 * Immutable and thread-safe; {@link #toString()} shows no secret. {@link Accounts} returns such objects:
 *
 * <pre>{@code
 * Account.of("north", Credentials.signature(row.apiToken(), row.secretKey()))
 *         .withCallbackTokens(List.of(row.callbackToken()))
 *         .withCallbackSecrets(List.of(row.callbackSecret(), row.previousCallbackSecret()))
 *         .withUserId(row.userId())
 * }</pre>
 */
public final class Account {
    /** Two words have another meaning in the URLs of callbacks. */
    private static final Pattern NAME = Pattern.compile("(?!(succeeded|timed-out)$)[A-Za-z0-9_-]{1,64}");

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
                    "the name of an account must be 1 to 64 letters, digits, _ and -, and neither succeeded"
                            + " nor timed-out, was <" + name + ">");
        }
        return new Account(name, null, null, List.of(), List.of(), List.of(), null);
    }

    /** Whether an account can have this name. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
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
     * @param tokens several while the token is being changed
     * @throws IllegalArgumentException if a token contains anything but visible ASCII characters
     */
    public Account withCallbackTokens(List<String> tokens) {
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
     * @param secrets several while the secret is being changed
     * @throws IllegalArgumentException if a secret is empty
     */
    public Account withCallbackSecrets(List<String> secrets) {
        if (secrets.stream().anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("callback secret must not be empty");
        }
        return new Account(name, credentials, lightning, callbackTokens, List.copyOf(secrets), callbackApiKeys, userId);
    }

    /**
     * Returns this account with other API keys, one of which a callback must have if it has any.
     *
     * @param keys several while the key is being changed
     * @throws IllegalArgumentException if a key contains anything but visible ASCII characters
     */
    public Account withCallbackApiKeys(List<String> keys) {
        return new Account(
                name,
                credentials,
                lightning,
                callbackTokens,
                callbackSecrets,
                visible(keys, "callback API key"),
                userId);
    }

    /** Returns this account with a user id: an order of another user does not confirm a callback of this account. */
    public Account withUserId(String id) {
        return new Account(
                name,
                credentials,
                lightning,
                callbackTokens,
                callbackSecrets,
                callbackApiKeys,
                Objects.requireNonNull(id));
    }

    private static List<String> visible(List<String> values, String what) {
        values.forEach(value -> VisibleAscii.require(value, what));
        return List.copyOf(values);
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
