package net.aurpay.client.accounts;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.aurpay.client.Account;
import net.aurpay.client.http.ClientConfig;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.client.http.ConfiguredSecrets;
import net.aurpay.client.http.CredentialSet;
import org.eclipse.microprofile.config.Config;

/** Reads the accounts that {@code aurpay.accounts} lists. */
public final class ConfiguredAccounts {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,32}");
    private static final String PREFIX = ClientKeys.ACCOUNTS + ".";

    private static final String TOKEN = "webhook.token";
    private static final String SECRET = "webhook.secret";
    private static final String API_KEY = "webhook.api-key";
    private static final String USER_ID = "webhook.user-id";

    private static final List<String> KEYS = Stream.concat(
                    Stream.of(CredentialSet.values()).flatMap(set -> set.shortKeys().stream()),
                    Stream.of(TOKEN, SECRET, API_KEY, USER_ID))
            .sorted()
            .toList();

    private ConfiguredAccounts() {}

    /**
     * Returns the accounts by their names.
     *
     * @throws IllegalArgumentException if a key is missing or wrong; the message names the key
     */
    public static Map<String, Account> of(Config config) {
        return of(config, System.getenv().keySet());
    }

    /**
     * Returns the accounts by their names.
     *
     * @param environment names of environment variables. Servers list them under different names, so a name that fits one
     *     of them is not taken for a mistyped key
     */
    static Map<String, Account> of(Config config, Set<String> environment) {
        List<String> names = names(config);
        for (String key : config.getPropertyNames()) {
            if (key.startsWith(PREFIX) && environment.stream().noneMatch(variable(key)::equalsIgnoreCase)) {
                requireKnown(key, names);
            }
        }
        Map<String, Account> accounts = new TreeMap<>();
        names.forEach(name -> accounts.put(name, account(config, name)));
        return accounts;
    }

    /** Returns the environment variables that look like a key of an account but match none. They may be mistyped. */
    static List<String> unknownVariables(Set<String> accounts, Set<String> environment) {
        Set<String> known = accounts.stream()
                .flatMap(name -> KEYS.stream().map(key -> variable(PREFIX + name + "." + key)))
                .collect(toSet());
        return environment.stream()
                .filter(variable -> variable.startsWith(variable(PREFIX)) && !known.contains(variable))
                .sorted()
                .toList();
    }

    private static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static List<String> names(Config config) {
        List<String> names = new ArrayList<>();
        for (String listed : config.getOptionalValue(ClientKeys.ACCOUNTS, String.class)
                .orElse("")
                .split(",", -1)) {
            String name = listed.strip();
            if (name.isEmpty()) {
                continue;
            }
            if (!NAME.matcher(name).matches() || !Account.isName(name)) {
                throw new IllegalArgumentException(ClientKeys.ACCOUNTS
                        + " must be names of 1 to 32 of a to z and 0 to 9, separated by commas, and no word that has a"
                        + " meaning in the webhook's URLs, such as callbacks, was <" + name + ">");
            }
            if (names.contains(name)) {
                throw new IllegalArgumentException(ClientKeys.ACCOUNTS + " lists <" + name + "> twice");
            }
            names.add(name);
        }
        return names;
    }

    private static void requireKnown(String key, List<String> names) {
        String rest = key.substring(PREFIX.length());
        int dot = rest.indexOf('.');
        String name = dot < 0 ? rest : rest.substring(0, dot);
        if (!names.contains(name)) {
            throw new IllegalArgumentException(
                    key + " belongs to no account: " + ClientKeys.ACCOUNTS + " lists only " + names);
        }
        if (dot < 0 || !KEYS.contains(rest.substring(dot + 1))) {
            throw new IllegalArgumentException(
                    key + " is not a key; those of an account are " + PREFIX + name + "." + KEYS);
        }
    }

    private static Account account(Config config, String name) {
        String prefix = PREFIX + name + ".";
        ConfiguredSecrets secrets = new ConfiguredSecrets(config);
        Account account = Account.of(name);
        account = ClientConfig.credentials(config, CredentialSet.MAIN, prefix)
                .map(account::withCredentials)
                .orElse(account);
        account = ClientConfig.credentials(config, CredentialSet.LIGHTNING, prefix)
                .map(account::withLightning)
                .orElse(account);
        account = account.withCallbackSecrets(secrets.several(prefix + SECRET));
        account = named(prefix + TOKEN, secrets, account::withCallbackTokens);
        account = named(prefix + API_KEY, secrets, account::withCallbackApiKeys);
        return config.getOptionalValue(prefix + USER_ID, String.class)
                .map(String::strip)
                .map(account::withUserId)
                .orElse(account);
    }

    private static Account named(String key, ConfiguredSecrets secrets, Function<List<String>, Account> with) {
        try {
            return with.apply(secrets.several(key));
        } catch (IllegalArgumentException e) {
            String message = String.valueOf(e.getMessage());
            throw message.startsWith(key) ? e : new IllegalArgumentException(key + ": " + message, e);
        }
    }
}
