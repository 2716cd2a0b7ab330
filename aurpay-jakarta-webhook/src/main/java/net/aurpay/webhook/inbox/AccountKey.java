package net.aurpay.webhook.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;

/** Makes keys for the tables that no two accounts share. */
public final class AccountKey {
    /** What the column of the account holds for the unnamed account. No account has this name. */
    private static final String UNNAMED = "(unnamed)";

    private static final Pattern ESCAPED = Pattern.compile("\\^(.)");

    private AccountKey() {}

    /**
     * Returns SHA-256, in hex, of the account and the text. The line break, which neither a name nor a text of the unnamed
     * account contains at its beginning, separates the two.
     *
     * @param account empty for the unnamed account, whose keys are those of the text alone
     * @param text a URL, a reference or an id
     * @throws IllegalArgumentException if the text of the unnamed account would be taken for that of a named one
     */
    public static String of(String account, String text) {
        if (account.isEmpty() && text.startsWith("\n")) {
            throw new IllegalArgumentException("a reference must not begin with a line break");
        }
        String identity = account.isEmpty() ? text : "\n" + account + "\n" + text;
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(identity.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JVM has SHA-256", e);
        }
    }

    /**
     * Returns the name of an account as a column holds it: with a {@code ^} before each upper-case letter, because some
     * databases do not distinguish case, and never empty, because Oracle takes an empty text for null.
     */
    public static String stored(String account) {
        return account.isEmpty() ? UNNAMED : account.replaceAll("[A-Z]", "^$0").toLowerCase(Locale.ROOT);
    }

    /** Returns the name that {@link #stored} was called with. */
    public static String name(String stored) {
        return stored.equals(UNNAMED)
                ? ""
                : ESCAPED.matcher(stored).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
    }
}
