package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.aurpay.client.shared.VisibleAscii;
import net.aurpay.webhook.inbox.InboxConfig;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.CallbackVerifier;
import net.aurpay.webhook.verification.CallbackVerifierBuilder;
import org.eclipse.microprofile.config.Config;

/**
 * The configuration of the webhook, under {@code aurpay.webhook.*}. {@code docs/configuration.md} is generated from this
 * list.
 *
 * <ul>
 *   <li>{@code aurpay.webhook.url} the public URL of {@code <context>/aurpay/callbacks}. Of several values, separated by
 *       commas, the first is used for new payments, and callbacks to all of them are accepted
 *   <li>{@code aurpay.webhook.token} the callback token; several values, separated by commas, for rotation. Write a comma
 *       in a value as {@code \,} and a backslash as {@code \\}
 *   <li>{@code aurpay.webhook.secret} the callback secret; several values, in the same way
 *   <li>{@code aurpay.webhook.api-key} the account's API key, if callbacks are to be checked for it; several values, in the
 *       same way
 *   <li>{@code aurpay.webhook.require} what a callback must have: any of {@code token}, {@code signature} and
 *       {@code api-key}; {@code signature} may be left out only with {@code confirm} and a {@code datasource}
 *   <li>{@code aurpay.webhook.tolerance} how far ahead of this server's clock a callback's date may be
 *   <li>{@code aurpay.webhook.max-age} how old a callback's date may be
 *   <li>{@code aurpay.webhook.max-body-size} in bytes; also {@code 64 KiB} or {@code 1 MiB}
 *   <li>{@code aurpay.webhook.confirm} whether the order is looked up before the event is fired
 *   <li>{@code aurpay.webhook.confirm-timeout} how long the look-up may take in all; after that, the callback is answered
 *       503. If you shorten it, also lower {@code net.aurpay.webhook.endpoint.OrderLookUp/mp-rest/readTimeout}, 15000 ms,
 *       which is how long the look-up waits for an API that does not respond
 *   <li>{@code aurpay.webhook.user-id} with {@code confirm}: callbacks for orders of another {@code userId()} are rejected
 *   <li>{@code aurpay.webhook.datasource} the JNDI name of the data source for the inbox; without one, the inbox is in
 *       memory
 *   <li>{@code aurpay.webhook.table} the name of the inbox's table; its DDL is in the webhook's jar,
 *       {@code META-INF/aurpay/aurpay_callback.sql}
 *   <li>{@code aurpay.webhook.inbox-size} how many callbacks the in-memory inbox remembers
 *   <li>{@code aurpay.webhook.retention} how long a row is kept; at least {@code max-age} and {@code tolerance} together.
 *       With {@code confirm}, rows with an order are never deleted
 * </ul>
 *
 * @param urls bases of the callbacks' URLs without a slash at the end; the first is for new ones
 * @param maxBodySize in bytes
 * @param confirmTimeout how long a confirmation may take in all
 * @param userId that a confirmed order must belong to
 */
public record WebhookConfig(
        List<String> urls,
        CallbackVerifier verifier,
        int maxBodySize,
        boolean confirm,
        Duration confirmTimeout,
        Optional<String> userId,
        InboxConfig inbox) {
    private static final Pattern TABLE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,62}\\.)?[A-Za-z_][A-Za-z0-9_]{0,62}");

    /**
     * Returns the configuration; empty if nothing is configured.
     *
     * @throws IllegalArgumentException naming the key that is missing or wrong
     */
    public static Optional<WebhookConfig> of(Config config) {
        return of(config, System.getenv().keySet());
    }

    public static Optional<WebhookConfig> of(Config config, Set<String> environment) {
        ConfigReader reader = new ConfigReader(config);
        if (reader.isEmpty(environment)) {
            return Optional.empty();
        }
        List<String> urls = reader.list("url").stream()
                .map(url -> reader.named("url", () -> base(url)))
                .toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException("aurpay.webhook.url is missing: it is the URL under which Aurpay reaches"
                    + " this application, followed by /aurpay/callbacks");
        }
        boolean confirm = reader.flag("confirm");
        Optional<String> userId = reader.text("user-id");
        if (userId.isPresent() && !confirm) {
            throw new IllegalArgumentException(
                    "aurpay.webhook.user-id has no effect without aurpay.webhook.confirm=true");
        }
        Set<AuthenticationFactor> required = required(reader, confirm);
        return Optional.of(new WebhookConfig(
                urls,
                verifier(reader, urls, required),
                reader.size("max-body-size", 64 * 1024),
                confirm,
                confirmTimeout(reader),
                userId,
                inbox(reader, required, confirm)));
    }

    static Duration confirmTimeout(ConfigReader reader) {
        Duration timeout = reader.duration("confirm-timeout", Duration.ofSeconds(20));
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    "aurpay.webhook.confirm-timeout must be PT1S to PT10M, was <" + timeout + ">");
        }
        return timeout;
    }

    private static Set<AuthenticationFactor> required(ConfigReader reader, boolean confirm) {
        Set<AuthenticationFactor> required = EnumSet.noneOf(AuthenticationFactor.class);
        reader.list("require")
                .forEach(name -> required.add(reader.named("require", () -> AuthenticationFactor.ofConfigName(name))));
        if (required.isEmpty()) {
            required.addAll(Set.of(AuthenticationFactor.TOKEN, AuthenticationFactor.SIGNATURE));
        }
        if (!required.contains(AuthenticationFactor.SIGNATURE) && !confirm) {
            throw new IllegalArgumentException(
                    "aurpay.webhook.require lacks signature, so anyone who knows the other factors"
                            + " could change a callback's URL: add signature, or set aurpay.webhook.confirm=true");
        }
        return required;
    }

    private static CallbackVerifier verifier(
            ConfigReader reader, List<String> urls, Set<AuthenticationFactor> required) {
        CallbackVerifierBuilder builder = CallbackVerifier.builder().require(required);
        Duration tolerance = reader.duration("tolerance", Duration.ofMinutes(5));
        Duration maxAge = reader.duration("max-age", Duration.ofDays(1));
        reader.named("tolerance", () -> builder.tolerance(tolerance));
        reader.named("max-age", () -> builder.maxAge(maxAge));
        urls.forEach(builder::url);
        reader.secrets("token").forEach(token -> reader.named("token", () -> builder.token(token)));
        reader.secrets("secret").forEach(secret -> reader.named("secret", () -> builder.secret(secret)));
        reader.secrets("api-key").forEach(key -> reader.named("api-key", () -> builder.apiKey(key)));
        for (AuthenticationFactor factor : required) {
            if (builder.values(factor).isEmpty()) {
                String key = factor == AuthenticationFactor.SIGNATURE ? "secret" : factor.configName();
                throw new IllegalArgumentException("aurpay.webhook." + key + " is missing: aurpay.webhook.require asks"
                        + " for " + factor.configName());
            }
        }
        return builder.build();
    }

    private static InboxConfig inbox(ConfigReader reader, Set<AuthenticationFactor> required, boolean confirm) {
        Duration retention = reader.duration("retention", Duration.ofDays(30));
        // A row may be deleted when the date of its callback is rejected as stale. That date may have been in the
        // future by as much as the tolerance.
        Duration maxAge = reader.duration("max-age", Duration.ofDays(1));
        Duration least = maxAge.plus(reader.duration("tolerance", Duration.ofMinutes(5)));
        if (retention.compareTo(least) < 0) {
            throw new IllegalArgumentException("aurpay.webhook.retention must be at least aurpay.webhook.max-age plus"
                    + " aurpay.webhook.tolerance, " + least + ", because a callback could be replayed otherwise, was <"
                    + retention
                    + ">");
        }
        String table = reader.text("table").orElse("aurpay_callback");
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException("aurpay.webhook.table must be letters, digits and _, optionally after a"
                    + " schema and a dot, was <" + table + ">");
        }
        // Without a signature no date is proven, so only the row prevents a replay.
        boolean signed = required.contains(AuthenticationFactor.SIGNATURE);
        Optional<String> datasource = reader.text("datasource");
        if (!signed && datasource.isEmpty()) {
            throw new IllegalArgumentException("aurpay.webhook.datasource is missing: without signature in"
                    + " aurpay.webhook.require no date is proven, so a callback could be replayed once the inbox in"
                    + " memory has forgotten it");
        }
        return new InboxConfig(
                datasource,
                table,
                reader.size("inbox-size", 100_000),
                maxAge,
                signed ? Optional.of(retention) : Optional.empty(),
                confirm);
    }

    private static String base(String text) {
        URI url;
        try {
            url = new URI(text).parseServerAuthority();
        } catch (URISyntaxException e) {
            // Neither the message nor a cause may contain the password of a URL.
            throw new IllegalArgumentException("must be a URL, was <" + text.replaceFirst("//.*@", "//") + ">");
        }
        if (url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("must have no user and no password");
        }
        if (!VisibleAscii.isVisible(text, CallbackVerifier.MAX_URL)) {
            throw new IllegalArgumentException("must be ASCII, its host in Punycode, was <" + text + ">");
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException("must be an absolute http or https URL with a host, was <" + text + ">");
        }
        if (url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("must have neither query nor fragment, was <" + text + ">");
        }
        return withoutKind(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
    }

    /** A callback URL is the base followed by its kind, so a base that ends in a kind would lead to {@code 404}. */
    private static String withoutKind(String base) {
        for (CallbackKind kind : CallbackKind.values()) {
            if (base.replaceFirst("/+$", "").endsWith(kind.path())) {
                throw new IllegalArgumentException("must not end in " + kind.path()
                        + ", which is added for each payment," + " was <" + base + ">");
            }
        }
        return base;
    }
}
