package net.aurpay.client.http;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads secrets from MicroProfile Config exactly as they were written. Not meant for applications: the client and the
 * webhook share this class. Immutable.
 *
 * <p>MicroProfile Config would expand expressions, and servers differ in how they treat {@code $$} and a backslash in a
 * list. A secret that is changed on the way is a wrong secret, so this class uses the raw value:
 *
 * <ul>
 *   <li>If the whole value is an expression without a default, <code>${NAME}</code>, the secret is the raw text of the
 *       property {@code NAME}, in which <code>${</code> has no special meaning.
 *   <li>Any other value that contains <code>${</code> is rejected.
 *   <li>In a list, a comma separates values, {@code \,} is a comma, {@code \\} is a backslash, and any other use of a
 *       backslash is rejected. A single value has no such syntax.
 * </ul>
 */
public final class ConfiguredSecrets {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([^${}:\\s]+)}");

    private final Config config;

    public ConfiguredSecrets(Config config) {
        this.config = config;
    }

    /**
     * The value of a key that takes one secret; empty if the key has no value.
     *
     * @throws IllegalArgumentException if the value cannot be used as it is written; the message names the key
     */
    public Optional<String> single(String key) {
        String text = text(key);
        if (text != null && !text.equals(text.strip())) {
            throw new IllegalArgumentException(key + " must not begin or end with white space");
        }
        return Optional.ofNullable(text);
    }

    /**
     * The values of a key that takes several secrets; empty if the key has no value.
     *
     * @throws IllegalArgumentException if the value cannot be used as it is written; the message names the key
     */
    public List<String> several(String key) {
        String text = text(key);
        if (text == null) {
            return List.of();
        }
        List<String> values = split(key, text);
        for (String value : values) {
            if (value.isEmpty() || !value.equals(value.strip())) {
                throw new IllegalArgumentException(
                        key + " must neither be empty nor begin or end with white space; a comma is \\,");
            }
        }
        return values;
    }

    private static List<String> split(String key, String text) {
        List<String> values = new ArrayList<>();
        StringBuilder value = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',') {
                values.add(value.toString());
                value.setLength(0);
            } else if (c != '\\') {
                value.append(c);
            } else if (i + 1 < text.length() && ",\\".indexOf(text.charAt(i + 1)) >= 0) {
                value.append(text.charAt(++i));
            } else {
                throw new IllegalArgumentException(key + " has a backslash before another character than a comma or a"
                        + " backslash: write a backslash as \\\\, and a comma that is part of a secret as \\,");
            }
        }
        values.add(value.toString());
        return values;
    }

    private @Nullable String text(String key) {
        String raw = raw(key);
        if (raw == null || !raw.contains("${")) {
            return raw;
        }
        Matcher reference = REFERENCE.matcher(raw);
        if (!reference.matches()) {
            throw new IllegalArgumentException(key + " has ${ in it, which would change the secret: set it to exactly"
                    + " ${NAME}, without a default, and put the whole secret into the property or environment variable"
                    + " NAME, where ${ has no meaning");
        }
        // Do not show the name: if the whole value was meant literally, the name is a secret.
        String referred = raw(reference.group(1));
        if (referred == null) {
            throw new IllegalArgumentException(key + " is an expression ${…} whose property has no value");
        }
        if (REFERENCE.matcher(referred).matches()) {
            throw new IllegalArgumentException(
                    key + " is an expression ${…} whose property is an expression, too: refer to the secret itself");
        }
        return referred;
    }

    private @Nullable String raw(String key) {
        String raw = null;
        try {
            raw = config.getConfigValue(key).getRawValue();
        } catch (NoSuchElementException | IllegalArgumentException e) {
            // An implementation may reject a value that it cannot expand, but the sources still have the value.
        }
        if (raw == null) {
            raw = ofSources(key);
        }
        return raw == null || raw.isEmpty() ? null : raw;
    }

    private @Nullable String ofSources(String key) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .sorted(Comparator.comparingInt(ConfigSource::getOrdinal).reversed())
                .map(source -> source.getValue(key))
                .filter(value -> value != null && !value.isEmpty())
                .findFirst()
                .orElse(null);
    }
}
