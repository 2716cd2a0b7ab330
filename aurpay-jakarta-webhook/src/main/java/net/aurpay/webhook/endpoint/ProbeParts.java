package net.aurpay.webhook.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.Account;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.webhook.ProbeReport;
import net.aurpay.webhook.inbox.WebhookKeys;
import net.aurpay.webhook.probe.ProbeEndpoint;
import net.aurpay.webhook.probe.ProbeRules;
import net.aurpay.webhook.probe.ProbeSeals;
import net.aurpay.webhook.probe.PublicProbe;
import net.aurpay.webhook.verification.AuthenticationFactor;
import org.eclipse.microprofile.config.Config;

/**
 * Both sides of a probe. An account's probe has the secrets of that account.
 *
 * @param unnamed the seals of the unnamed account
 * @param decoy seals that nobody has, so that a response takes the same time whether or not there is such an account
 * @param atStart whether to probe once after the start
 */
record ProbeParts(ProbeRules rules, ProbeSeals unnamed, ProbeSeals decoy, NamedAccounts accounts, boolean atStart) {
    static ProbeParts of(Config config, CallbackRules callbacks, NamedAccounts accounts) {
        ConfigReader reader = new ConfigReader(config);
        return new ProbeParts(
                new ProbeRules(callbacks.urls().get(0), headers(callbacks), callbacks.clock()),
                new ProbeSeals("", reader.secrets(WebhookKeys.SECRET)),
                new ProbeSeals("", List.of(CallbackAccounts.random())),
                accounts,
                isAtStart(reader, !accounts.isEmpty()));
    }

    private static List<String> headers(CallbackRules callbacks) {
        List<String> headers = new ArrayList<>();
        if (callbacks.required().contains(AuthenticationFactor.SIGNATURE)) {
            headers.add("Date");
        }
        callbacks.required().forEach(factor -> headers.add(factor.header()));
        return headers;
    }

    /**
     * Returns whether to probe once after the start.
     *
     * @param named whether there are named accounts, which may have a secret
     * @throws IllegalArgumentException if there is no secret to do so
     */
    static boolean isAtStart(ConfigReader reader, boolean named) {
        boolean atStart = reader.flag(WebhookKeys.PROBE, WebhookKeys.DEFAULT_PROBE);
        if (atStart && !named && reader.secrets(WebhookKeys.SECRET).isEmpty()) {
            throw new IllegalArgumentException(WebhookKeys.PROBE + " needs " + WebhookKeys.SECRET
                    + ", from which the key for its request is derived");
        }
        return atStart;
    }

    ProbeEndpoint endpoint() {
        return new ProbeEndpoint(rules, this::claimed);
    }

    private ProbeSeals claimed(String account) {
        if (account.isEmpty()) {
            return unnamed;
        }
        return Optional.of(account)
                .filter(Account::isName)
                .flatMap(accounts::findClaimed)
                .map(ProbeParts::seals)
                .orElse(decoy);
    }

    private static ProbeSeals seals(Account account) {
        return new ProbeSeals(account.name(), account.callbackSecrets());
    }

    /**
     * Returns the probe of an account.
     *
     * @param account empty for the unnamed account
     * @throws IllegalArgumentException if there is no such account
     * @throws IllegalStateException if it has no callback secret
     */
    PublicProbe probe(String account) {
        ProbeSeals seals = account.isEmpty() ? unnamed : seals(accounts.require(account));
        if (seals.isEmpty()) {
            throw new IllegalStateException(
                    account.isEmpty()
                            ? WebhookKeys.SECRET + " is missing, from which the key for a probe is derived"
                            : "the account <" + account
                                    + "> has no callback secret, from which the key for a probe is derived");
        }
        return new PublicProbe(rules, seals);
    }

    /** Probes for the unnamed account, or for the first account of the configuration that has a secret. */
    ProbeReport probeAny() {
        if (!unnamed.isEmpty()) {
            return probe("").probe();
        }
        return accounts.configured().stream()
                .sorted()
                .filter(name -> !accounts.require(name).callbackSecrets().isEmpty())
                .findFirst()
                .map(name -> probe(name).probe())
                .orElseThrow(() -> new IllegalStateException(WebhookKeys.SECRET + " is missing, and no account that "
                        + ClientKeys.ACCOUNTS + " lists has a webhook.secret: call WebhookProbe.forAccount instead of "
                        + WebhookKeys.PROBE));
    }
}
