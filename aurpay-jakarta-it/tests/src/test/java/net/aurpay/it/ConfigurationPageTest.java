package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks the page of the configuration keys. {@code -Daurpay.docs=write} writes the page anew. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");
    private static final Pattern ROW = Pattern.compile("\\| (`\\.?aurpay\\.[^|]*) \\| ([^|]*) \\|");
    private static final Pattern NAME = Pattern.compile("`([a-z0-9.<>-]+)`");

    @Test
    void pageSaysWhatTheCodeDoes() throws IOException {
        String text = ConfigurationPage.text();
        if (Objects.equals(System.getProperty("aurpay.docs"), "write")) {
            Files.writeString(PAGE, text);
        }

        assertThat(Files.readString(PAGE)).isEqualTo(text);
    }

    @Test
    void everyKeyIsDescribed() throws IOException {
        assertThat(ConfigurationPage.keys())
                .extracting(ConfigurationPage.Key::name)
                .containsExactlyInAnyOrderElementsOf(
                        ConfigurationPage.defaults().keySet());
        assertThat(ConfigurationPage.keys())
                .allSatisfy(key -> assertThat(key.description()).endsWith("."));
    }

    /** A key in a string elsewhere could be one that nobody reads. The client cannot see the keys of the webhook. */
    @Test
    void keysAreSpelledOnlyWhereTheyAreDeclared() throws IOException {
        Map<String, String> elsewhere = ConfigurationPage.spelled();
        elsewhere.values().removeIf(Set.of("ClientKeys.java", "WebhookKeys.java")::contains);

        assertThat(elsewhere)
                .containsExactly(Map.entry("aurpay.webhook.confirm", "LightningOrderRequest.java, WebhookKeys.java"));
    }

    /** A row for several keys shows the default of the first one. */
    @Test
    void readmeHasTheSameKeysAndDefaults() throws IOException {
        Map<String, String> inReadme = new TreeMap<>();
        Map<String, String> defaults = ConfigurationPage.defaults();
        Matcher row = ROW.matcher(Files.readString(Path.of("../../README.md")));
        while (row.find()) {
            String prefix = "";
            Matcher name = NAME.matcher(row.group(1));
            for (int i = 0; name.find(); i++) {
                String key = i == 0 || !name.group(1).startsWith(".") ? name.group(1) : prefix + name.group(1);
                prefix = key.substring(0, key.lastIndexOf('.'));
                String value = row.group(2).replace("`", "").replace("\u2013", "");
                inReadme.put(key, i == 0 ? value : defaults.getOrDefault(key, ""));
            }
        }

        defaults.keySet().removeIf(key -> key.contains("/mp-rest/"));
        assertThat(inReadme).isEqualTo(defaults);
    }
}
