package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Checks the page of the configuration keys. {@code -Daurpay.docs=write} writes the page anew. */
class ConfigurationPageTest {
    private static final Path PAGE = Path.of("../docs/configuration.md");

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
}
