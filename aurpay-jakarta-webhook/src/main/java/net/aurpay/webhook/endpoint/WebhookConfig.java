package net.aurpay.webhook.endpoint;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import net.aurpay.client.Account;
import net.aurpay.client.shared.VisibleAscii;
import net.aurpay.webhook.cashier.CashierConfig;
import net.aurpay.webhook.cashier.LinkSeal;
import net.aurpay.webhook.inbox.InboxConfig;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.payments.PaymentsConfig;
import net.aurpay.webhook.verification.AuthenticationFactor;
import net.aurpay.webhook.verification.CallbackKind;
import net.aurpay.webhook.verification.CallbackVerifier;
import net.aurpay.webhook.verification.CallbackVerifierBuilder;
import org.eclipse.microprofile.config.Config;

/**
 * The configuration of the webhook, under {@code aurpay.webhook.*}; {@link WebhookKeys} declares the keys.
 *
 * @param rules for the callbacks of all accounts
 * @param verifier of the unnamed account; empty if only named accounts are served
 * @param maxBodySize in bytes
 * @param confirmTimeout how long a confirmation may take in all
 * @param userId that a confirmed order of the unnamed account must belong to
 * @param cashier of the unnamed account
 */
public record WebhookConfig(
        CallbackRules rules,
        Optional<CallbackVerifier> verifier,
        int maxBodySize,
        boolean confirm,
        Duration confirmTimeout,
        Optional<String> userId,
        InboxConfig inbox,
        PaymentsConfig payments,
        Optional<CashierConfig> cashier) {
    private static final String CALLBACKS = "callbacks";

    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(1);

    private static final Pattern TABLE =
            Pattern.compile("([A-Za-z_][A-Za-z0-9_]{0,62}\\.)?[A-Za-z_][A-Za-z0-9_]{0,62}");

    /** Returns the configuration of a webhook that serves the unnamed account only. */
    public static Optional<WebhookConfig> of(Config config) {
        return of(config, false);
    }

    /**
     * Returns the configuration; empty if nothing is configured.
     *
     * @param named whether there are named accounts, so that the unnamed account need not have secrets
     * @throws IllegalArgumentException naming the key that is missing or wrong
     */
    static Optional<WebhookConfig> of(Config config, boolean named) {
        return of(config, System.getenv().keySet(), named);
    }

    static Optional<WebhookConfig> of(Config config, Set<String> environment, boolean named) {
        ConfigReader reader = new ConfigReader(config);
        if (reader.isEmpty(environment)) {
            return Optional.empty();
        }
        List<String> urls = reader.list(WebhookKeys.URL).stream()
                .map(url -> reader.named(WebhookKeys.URL, () -> base(url)))
                .toList();
        if (urls.isEmpty()) {
            throw new IllegalArgumentException(WebhookKeys.URL + " is missing: it is the URL under which Aurpay reaches"
                    + " this application, followed by /aurpay/callbacks");
        }
        if (named) {
            requireDistinct(urls);
        }
        boolean confirm = reader.flag(WebhookKeys.CONFIRM, WebhookKeys.DEFAULT_CONFIRM);
        Optional<String> userId = reader.text(WebhookKeys.USER_ID);
        if (userId.isPresent() && !confirm) {
            throw new IllegalArgumentException(
                    WebhookKeys.USER_ID + " has no effect without " + WebhookKeys.CONFIRM + "=true");
        }
        Set<AuthenticationFactor> required = required(reader, confirm);
        CallbackRules rules = rules(reader, urls, required);
        ProbeParts.isAtStart(reader, named);
        return Optional.of(new WebhookConfig(
                rules,
                named && reader.hasNoSecrets() ? Optional.empty() : Optional.of(verifier(reader, rules)),
                reader.size(WebhookKeys.MAX_BODY_SIZE, WebhookKeys.DEFAULT_MAX_BODY_SIZE),
                confirm,
                confirmTimeout(reader),
                userId,
                inbox(reader, required),
                payments(reader),
                cashier(reader, urls.get(0), named)));
    }

    /** Bases of the callbacks' URLs without a slash at the end; the first is for new ones. */
    public List<String> urls() {
        return rules.urls();
    }

    /** If one URL were another with a name behind it, one callback could belong to two accounts. */
    private static void requireDistinct(List<String> urls) {
        for (String url : urls) {
            for (String other : urls) {
                if (other.startsWith(url + "/") && Account.isName(other.substring(url.length() + 1))) {
                    throw new IllegalArgumentException(WebhookKeys.URL + " has <" + url + "> and <" + other
                            + ">: the second would be the URL of the account <" + other.substring(url.length() + 1)
                            + "> under the first");
                }
            }
        }
    }

    static Duration confirmTimeout(ConfigReader reader) {
        Duration timeout = reader.duration(WebhookKeys.CONFIRM_TIMEOUT, WebhookKeys.DEFAULT_CONFIRM_TIMEOUT);
        if (timeout.compareTo(Duration.ofSeconds(1)) < 0 || timeout.compareTo(Duration.ofMinutes(10)) > 0) {
            throw new IllegalArgumentException(
                    WebhookKeys.CONFIRM_TIMEOUT + " must be PT1S to PT10M, was <" + timeout + ">");
        }
        return timeout;
    }

    private static Set<AuthenticationFactor> required(ConfigReader reader, boolean confirm) {
        Set<AuthenticationFactor> required = EnumSet.noneOf(AuthenticationFactor.class);
        List<String> names = reader.list(WebhookKeys.REQUIRE);
        for (String name : names.isEmpty() ? List.of(WebhookKeys.DEFAULT_REQUIRE.split(",")) : names) {
            required.add(reader.named(WebhookKeys.REQUIRE, () -> AuthenticationFactor.ofConfigName(name)));
        }
        if (!required.contains(AuthenticationFactor.SIGNATURE) && !confirm) {
            throw new IllegalArgumentException(WebhookKeys.REQUIRE + " lacks signature, so anyone who knows the other"
                    + " factors could change a callback's URL: add signature, or set " + WebhookKeys.CONFIRM + "=true");
        }
        return required;
    }

    private static CallbackRules rules(ConfigReader reader, List<String> urls, Set<AuthenticationFactor> required) {
        Duration tolerance = reader.duration(WebhookKeys.TOLERANCE, WebhookKeys.DEFAULT_TOLERANCE);
        Duration maxAge = reader.duration(WebhookKeys.MAX_AGE, WebhookKeys.DEFAULT_MAX_AGE);
        return new CallbackRules(urls, Collections.unmodifiableSet(required), tolerance, maxAge, Clock.systemUTC());
    }

    private static CallbackVerifier verifier(ConfigReader reader, CallbackRules rules) {
        CallbackVerifierBuilder builder = rules.builder();
        reader.secrets(WebhookKeys.TOKEN).forEach(token -> reader.named(WebhookKeys.TOKEN, () -> builder.token(token)));
        reader.secrets(WebhookKeys.SECRET)
                .forEach(secret -> reader.named(WebhookKeys.SECRET, () -> builder.secret(secret)));
        reader.secrets(WebhookKeys.API_KEY)
                .forEach(key -> reader.named(WebhookKeys.API_KEY, () -> builder.apiKey(key)));
        for (AuthenticationFactor factor : rules.required()) {
            if (builder.values(factor).isEmpty()) {
                throw new IllegalArgumentException(
                        key(factor) + " is missing: " + WebhookKeys.REQUIRE + " asks for " + factor.configName());
            }
        }
        return builder.build();
    }

    private static String key(AuthenticationFactor factor) {
        return switch (factor) {
            case TOKEN -> WebhookKeys.TOKEN;
            case SIGNATURE -> WebhookKeys.SECRET;
            case API_KEY -> WebhookKeys.API_KEY;
        };
    }

    private static InboxConfig inbox(ConfigReader reader, Set<AuthenticationFactor> required) {
        Duration retention = reader.duration(WebhookKeys.RETENTION, WebhookKeys.DEFAULT_RETENTION);
        // A row may be deleted when the date of its callback is rejected as stale. That date may have been in the
        // future by as much as the tolerance.
        Duration maxAge = reader.duration(WebhookKeys.MAX_AGE, WebhookKeys.DEFAULT_MAX_AGE);
        Duration least = maxAge.plus(reader.duration(WebhookKeys.TOLERANCE, WebhookKeys.DEFAULT_TOLERANCE));
        if (retention.compareTo(least) < 0) {
            throw new IllegalArgumentException(WebhookKeys.RETENTION + " must be at least " + WebhookKeys.MAX_AGE
                    + " plus " + WebhookKeys.TOLERANCE + ", " + least
                    + ", because a callback could be replayed otherwise, was <" + retention + ">");
        }
        String table = table(reader, WebhookKeys.TABLE, WebhookKeys.DEFAULT_TABLE);
        // Without a signature no date is proven, so only the row prevents a replay.
        boolean signed = required.contains(AuthenticationFactor.SIGNATURE);
        Optional<String> datasource = reader.text(WebhookKeys.DATASOURCE);
        if (!signed && datasource.isEmpty()) {
            throw new IllegalArgumentException(WebhookKeys.DATASOURCE + " is missing: without signature in "
                    + WebhookKeys.REQUIRE + " no date is proven, so a callback could be replayed once the inbox in"
                    + " memory has forgotten it");
        }
        return new InboxConfig(
                datasource,
                table,
                reader.size(WebhookKeys.INBOX_SIZE, WebhookKeys.DEFAULT_INBOX_SIZE),
                maxAge,
                signed ? Optional.of(retention) : Optional.empty());
    }

    private static String table(ConfigReader reader, String key, String otherwise) {
        String table = reader.text(key).orElse(otherwise);
        if (!TABLE.matcher(table).matches()) {
            throw new IllegalArgumentException(key
                    + " must be letters, digits and _, optionally after a schema and a dot," + " was <" + table + ">");
        }
        return table;
    }

    private static PaymentsConfig payments(ConfigReader reader) {
        List<Duration> looks = reader.durations(WebhookKeys.PAYMENTS_LOOKS, WebhookKeys.DEFAULT_PAYMENTS_LOOKS);
        Duration last = Duration.ZERO;
        for (Duration look : looks) {
            if (look.compareTo(last) <= 0) {
                throw new IllegalArgumentException(
                        WebhookKeys.PAYMENTS_LOOKS + " must be ascending and above PT0S, was <" + looks + ">");
            }
            last = look;
        }
        Optional<Duration> every = reader.text(WebhookKeys.PAYMENTS_SWEEP_EVERY)
                .map(text -> reader.duration(WebhookKeys.PAYMENTS_SWEEP_EVERY, text));
        if (every.isPresent() && every.get().compareTo(SHORTEST_PAUSE) < 0) {
            throw new IllegalArgumentException(WebhookKeys.PAYMENTS_SWEEP_EVERY + " must be at least " + SHORTEST_PAUSE
                    + ", was <" + every.get() + ">");
        }
        if (every.isPresent() && reader.text(WebhookKeys.DATASOURCE).isEmpty()) {
            throw new IllegalArgumentException(WebhookKeys.PAYMENTS_SWEEP_EVERY + " needs " + WebhookKeys.DATASOURCE);
        }
        return new PaymentsConfig(
                table(reader, WebhookKeys.PAYMENTS_TABLE, WebhookKeys.DEFAULT_PAYMENTS_TABLE), looks, every);
    }

    private static Optional<CashierConfig> cashier(ConfigReader reader, String url, boolean named) {
        if (!reader.flag(WebhookKeys.PAYMENTS_CASHIER, WebhookKeys.DEFAULT_PAYMENTS_CASHIER)) {
            return Optional.empty();
        }
        if (reader.text(WebhookKeys.DATASOURCE).isEmpty()) {
            throw new IllegalArgumentException(WebhookKeys.PAYMENTS_CASHIER + " needs " + WebhookKeys.DATASOURCE);
        }
        List<String> secrets = reader.secrets(WebhookKeys.SECRET);
        if (secrets.isEmpty() && !named) {
            throw new IllegalArgumentException(WebhookKeys.PAYMENTS_CASHIER + " needs " + WebhookKeys.SECRET
                    + ", from which the key for its links is derived");
        }
        if (!url.endsWith("/" + CALLBACKS)) {
            throw new IllegalArgumentException(WebhookKeys.PAYMENTS_CASHIER + " needs an " + WebhookKeys.URL
                    + " that ends in /" + CALLBACKS + ", because the cashier's URL ends in /cashier instead, was <"
                    + url
                    + ">");
        }
        String cashier = url.substring(0, url.length() - CALLBACKS.length()) + CallbackAddress.CASHIER;
        return Optional.of(new CashierConfig(cashier, new LinkSeal("", secrets)));
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
