package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import net.aurpay.client.TestData;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.spi.ConfigSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConfiguredSecretsTest {
    static List<JsonObject> spellings() {
        return TestData.rows("secret-spellings.json", "rows");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void usesASecretAsWrittenOrRejectsIt(JsonObject row) {
        Map<String, String> values =
                new HashMap<>(Map.of("aurpay.webhook.secret", row.getString("raw"), "HOME", "/root"));
        row.getOrDefault("others", JsonObject.EMPTY_JSON_OBJECT)
                .asJsonObject()
                .forEach((key, value) -> values.put(key, ((JsonString) value).getString()));

        if (row.containsKey("used")) {
            assertThat(read(row, values)).isEqualTo(row.getJsonArray("used").getValuesAs(JsonString::getString));
        } else {
            assertThatThrownBy(() -> read(row, values))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("aurpay.webhook.secret ")
                    .hasMessageContaining(row.getString("refused"))
                    .message()
                    .doesNotContain("nowhere", "word", "abcd");
        }
    }

    private static List<String> read(JsonObject row, Map<String, String> values) {
        ConfiguredSecrets secrets = new ConfiguredSecrets(new FakeConfig(values));
        return row.getBoolean("several", false)
                ? secrets.several("aurpay.webhook.secret")
                : secrets.single("aurpay.webhook.secret").stream().toList();
    }

    @Test
    void hasNoSecretIfTheValueIsEmpty() {
        ConfiguredSecrets secrets = new ConfiguredSecrets(FakeConfig.of("aurpay.api-key="));

        assertThat(secrets.single("aurpay.api-key")).isEmpty();
        assertThat(secrets.several("aurpay.api-key")).isEmpty();
        assertThat(secrets.single("aurpay.api-token")).isEmpty();
    }

    /** An implementation may reject a value that looks like an expression, although it is a secret. */
    @Test
    void readsTheSourcesIfTheImplementationRejectsTheValue() {
        List<ConfigSource> sources = List.of(
                new Source(100, Map.of("aurpay.api-key", "low")),
                new Source(400, Map.of("aurpay.api-key", "")),
                new Source(300, Map.of("aurpay.api-key", "high")),
                new Source(500, Map.of("other", "x")));
        Config rejecting = (Config) Proxy.newProxyInstance(
                Config.class.getClassLoader(), new Class<?>[] {Config.class}, (proxy, called, arguments) -> {
                    if (called.getName().equals("getConfigSources")) {
                        return sources;
                    }
                    throw new NoSuchElementException("expression");
                });

        assertThat(new ConfiguredSecrets(rejecting).single("aurpay.api-key")).contains("high");
        assertThat(new ConfiguredSecrets(rejecting).single("aurpay.api-token")).isEmpty();
    }

    private record Source(int getOrdinal, Map<String, String> values) implements ConfigSource {
        @Override
        public Set<String> getPropertyNames() {
            return values.keySet();
        }

        @Override
        public @Nullable String getValue(String name) {
            return values.get(name);
        }

        @Override
        public String getName() {
            return "source " + getOrdinal;
        }
    }
}
