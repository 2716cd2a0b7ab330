package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.inbox.WebhookKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class WebhookKeysTest {
    private static final Set<String> OF_THE_CLIENT = Set.of(ClientKeys.CONNECT_TIMEOUT, ClientKeys.READ_TIMEOUT);

    @Test
    void declaresTheKeysThatAreReadAndNoOther() {
        Set<String> asked = new TreeSet<>();
        MapConfig config = recording(Sample.properties(), asked);
        WebhookConfig.of(config, Set.of(), false);
        ConfigWarnings.of(config);
        ConfirmationDeadline.timeout(config);
        LookUpTimeouts.warning(config, Duration.ZERO);

        asked.removeAll(OF_THE_CLIENT);
        assertThat(declared().keySet()).isEqualTo(asked);
    }

    @Test
    void declaresTheDefaultsThatAreUsed() throws IOException {
        Map<String, String> written = new HashMap<>(declared());
        written.values().removeIf(String::isEmpty);
        written.putAll(Sample.properties());
        WebhookConfig config =
                WebhookConfig.of(new MapConfig(written), Set.of(), false).orElseThrow();
        WebhookConfig nothing = WebhookConfig.of(new MapConfig(Sample.properties()), Set.of(), false)
                .orElseThrow();

        // The text of the verifier shows its rules; a verifier equals only itself.
        assertThat(config).hasToString(nothing.toString());
        assertThat(declared()).containsAllEntriesOf(shipped());
    }

    /** A deployment with a key that is not in the list fails. */
    @Test
    void listsAllKeysWithAPrefix() {
        assertThat(WebhookKeys.ALL)
                .containsExactlyInAnyOrderElementsOf(declared().keySet().stream()
                        .filter(key ->
                                key.startsWith(WebhookKeys.PREFIX) || key.startsWith(WebhookKeys.PAYMENTS_PREFIX))
                        .toList());
    }

    @Test
    void namesTheInterfaceOfTheLookUp() {
        String prefix = OrderLookUp.class.getName() + "/mp-rest/";

        assertThat(WebhookKeys.LOOK_UP_CONNECT_TIMEOUT).isEqualTo(prefix + "connectTimeout");
        assertThat(WebhookKeys.LOOK_UP_READ_TIMEOUT).isEqualTo(prefix + "readTimeout");
    }

    /** CDI makes a bean of a class only if the class can be instantiated. */
    @Test
    void cannotBeABean() {
        assertThat(Modifier.isAbstract(WebhookKeys.class.getModifiers())).isTrue();
    }

    /** Returns the declared keys with their defaults; the empty string if the key has no default. */
    private static Map<String, String> declared() {
        Map<String, String> declared = new TreeMap<>();
        for (Field field : WebhookKeys.class.getDeclaredFields()) {
            ConfigProperty property = field.getAnnotation(ConfigProperty.class);
            if (property != null) {
                declared.put(property.name(), property.defaultValue().replace(ConfigProperty.UNCONFIGURED_VALUE, ""));
            }
        }
        return declared;
    }

    /** Returns the values that the jar's own configuration sets. */
    private static Map<String, String> shipped() throws IOException {
        Properties file = new Properties();
        try (InputStream stream = Objects.requireNonNull(
                WebhookKeys.class.getResourceAsStream("/META-INF/microprofile-config.properties"))) {
            file.load(stream);
        }
        Map<String, String> shipped = new TreeMap<>();
        file.forEach((key, value) -> shipped.put(key.toString(), value.toString()));
        shipped.remove("config_ordinal");
        return shipped;
    }

    private static MapConfig recording(Map<String, String> values, Set<String> asked) {
        return new MapConfig(new AbstractMap<>() {
            @Override
            public @Nullable String get(@Nullable Object key) {
                asked.add(String.valueOf(key));
                return values.get(key);
            }

            @Override
            public Set<Entry<String, String>> entrySet() {
                return values.entrySet();
            }
        });
    }
}
