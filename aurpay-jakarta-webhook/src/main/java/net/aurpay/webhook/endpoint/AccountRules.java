package net.aurpay.webhook.endpoint;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.Account;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.verification.AuthenticationFactor;

/** Checks the accounts that the configuration lists as the unnamed account is checked. */
final class AccountRules {
    private static final String PREFIX = ClientKeys.ACCOUNTS + ".";

    private AccountRules() {}

    /**
     * Rejects what would leave an account's callbacks unanswered. An account without any callback secret has none.
     *
     * @param config of the webhook; empty if nothing is configured
     * @throws IllegalArgumentException naming the key that is missing or wrong
     */
    static void check(Collection<Account> accounts, Optional<WebhookConfig> config) {
        for (Account account : accounts) {
            if (!hasCallbacks(account)) {
                continue;
            }
            WebhookConfig webhook = config.orElseThrow(() -> new IllegalArgumentException(WebhookKeys.URL
                    + " is missing: the account <" + account.name() + "> has a callback token or secret"));
            check(account, webhook);
        }
    }

    private static void check(Account account, WebhookConfig webhook) {
        String prefix = PREFIX + account.name() + ".";
        for (AuthenticationFactor factor : AuthenticationFactor.values()) {
            ConfigReader.requireWhole(prefix + key(factor), values(account, factor));
            if (webhook.rules().required().contains(factor)
                    && values(account, factor).isEmpty()) {
                throw new IllegalArgumentException(prefix + key(factor) + " is missing: " + WebhookKeys.REQUIRE
                        + " asks for " + factor.configName());
            }
        }
        try {
            webhook.rules().verifier(account);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(prefix + "webhook.*: " + e.getMessage(), e);
        }
        if (webhook.confirm() && account.credentials().isEmpty()) {
            throw new IllegalArgumentException(WebhookKeys.CONFIRM + "=true needs " + prefix + "api-token and " + prefix
                    + "secret-key, or " + prefix + "api-key");
        }
        if (!webhook.confirm() && account.userId().isPresent()) {
            throw new IllegalArgumentException(
                    prefix + "webhook.user-id has no effect without " + WebhookKeys.CONFIRM + "=true");
        }
    }

    /** Returns a warning for each key with an unusually short value. */
    static List<String> shortSecrets(Collection<Account> accounts) {
        List<String> warnings = new ArrayList<>();
        for (Account account : accounts) {
            for (AuthenticationFactor factor : AuthenticationFactor.values()) {
                if (values(account, factor).stream().anyMatch(ConfigReader::isShort)) {
                    warnings.add(ConfigReader.shortSecret(PREFIX + account.name() + "." + key(factor)));
                }
            }
        }
        return warnings;
    }

    private static boolean hasCallbacks(Account account) {
        return List.of(AuthenticationFactor.values()).stream()
                .anyMatch(factor -> !values(account, factor).isEmpty());
    }

    private static List<String> values(Account account, AuthenticationFactor factor) {
        return switch (factor) {
            case TOKEN -> account.callbackTokens();
            case SIGNATURE -> account.callbackSecrets();
            case API_KEY -> account.callbackApiKeys();
        };
    }

    private static String key(AuthenticationFactor factor) {
        return switch (factor) {
            case TOKEN -> "webhook.token";
            case SIGNATURE -> "webhook.secret";
            case API_KEY -> "webhook.api-key";
        };
    }
}
