package net.aurpay.it.sandbox;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The value of {@code --account}: a name, optionally followed by a colon and credentials, such as
 * {@code north:api-token=…,secret-key=…}. No message of an exception, nor {@link #toString()}, contains a credential:
 * even the name of an unknown setting may be one, by mistake.
 */
final class AccountOption {
    private static final String USER_ID = "user-id";

    private final String name;
    private final Map<String, String> given;

    private AccountOption(String name, Map<String, String> given) {
        this.name = name;
        this.given = given;
    }

    static AccountOption parse(String text) {
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        if (!SandboxOptions.isName(name)) {
            throw new IllegalArgumentException(
                    "--account must begin with the account's name, 1 to 64 letters, digits, _ and"
                            + " -, as in north:api-token=…,secret-key=…");
        }
        SandboxOptions.requireOtherThanCallbacks(name);
        Map<String, String> given = new HashMap<>();
        if (colon >= 0) {
            String[] settings = text.substring(colon + 1).split(",", -1);
            for (int i = 0; i < settings.length; i++) {
                add(given, "--account " + name + ": ", settings[i], i + 1);
            }
        }
        return new AccountOption(name, given);
    }

    private static void add(Map<String, String> given, String where, String setting, int number) {
        int equals = setting.indexOf('=');
        String key = equals < 0 ? "" : setting.substring(0, equals);
        if (!key.equals(USER_ID) && !Keys.NAMES.contains(key)) {
            throw new IllegalArgumentException(where + "setting " + number + " must begin with one of "
                    + String.join("=, ", Keys.NAMES) + "= or " + USER_ID + "=; a comma ends the setting before it");
        }
        String value = setting.substring(equals + 1);
        if (value.isBlank()) {
            throw new IllegalArgumentException(where + key + " has no value");
        }
        if (given.put(key, value) != null) {
            throw new IllegalArgumentException(where + key + " is given twice");
        }
    }

    String name() {
        return name;
    }

    /** Returns the credentials of the option, then those of the environment; the missing ones are generated. */
    Keys keys(Map<String, String> environment) {
        return Keys.of(given.getOrDefault(USER_ID, "mct-" + name), key -> given(key, environment));
    }

    /** Returns the value of a credential; null if neither the option nor the environment has it. */
    @Nullable
    String given(String key, Map<String, String> environment) {
        String value = given.get(key);
        return value == null ? environment.get("AURPAY_ACCOUNTS_" + Keys.variable(name + "-" + key)) : value;
    }

    @Override
    public String toString() {
        return "AccountOption[" + name + "]";
    }
}
