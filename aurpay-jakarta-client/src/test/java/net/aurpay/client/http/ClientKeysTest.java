package net.aurpay.client.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.AbstractMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import net.aurpay.client.Credentials;
import net.aurpay.client.accounts.ConfiguredAccounts;
import net.aurpay.client.health.HealthExtension;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.rest.client.RestClientBuilder;
import org.eclipse.microprofile.rest.client.spi.RestClientBuilderResolver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ClientKeysTest {
    private static final Map<String, String> CREDENTIALS = Map.of(
            ClientKeys.API_TOKEN, "T",
            ClientKeys.SECRET_KEY, "S",
            ClientKeys.LIGHTNING_API_TOKEN, "LT",
            ClientKeys.LIGHTNING_SECRET_KEY, "LS");

    @Test
    void declaresTheKeysThatAreReadAndNoOther() {
        Set<String> asked = new TreeSet<>();
        FakeConfig config = recording(asked);
        ClientConfig.of(config);
        ConfiguredAccounts.of(config);
        HealthExtension.value(config);
        RestClientKeys.check(config, Set.of());
        Destination.of(config);
        config.install();
        RestClientBuilderResolver.setInstance(new FakeResolver());
        MerchantClients.of(Credentials.apiKey("K"));

        // Keys that begin with the name of an interface are read only to be rejected.
        asked.removeIf(key -> key.startsWith("net.aurpay."));
        String north = ClientKeys.OF_ACCOUNT.replace("<name>", "north");
        assertThat(asked.removeIf(key -> key.startsWith(north))).isTrue();
        asked.add(ClientKeys.OF_ACCOUNT);
        assertThat(declared().keySet()).isEqualTo(asked);
    }

    @Test
    void declaresTheDefaultsThatAreUsed() throws IOException {
        Map<String, String> written = new HashMap<>(declared());
        written.values().removeIf(String::isEmpty);
        written.putAll(CREDENTIALS);
        FakeConfig config = new FakeConfig(written);
        FakeConfig nothing = new FakeConfig(CREDENTIALS);

        assertThat(ClientConfig.of(config))
                .usingRecursiveComparison()
                .ignoringFields("credentials")
                .isEqualTo(ClientConfig.of(nothing));
        for (CredentialSet set : CredentialSet.values()) {
            assertThat(ClientConfig.of(config).require(set).algorithm())
                    .isEqualTo(ClientConfig.of(nothing).require(set).algorithm());
        }
        assertThat(HealthExtension.value(config)).isEqualTo(HealthExtension.value(nothing));
        assertThat(ApiUrl.of(config)).isEqualTo(ApiUrl.of(nothing));
        assertThat(declared()).containsAllEntriesOf(shipped());
    }

    /** CDI makes a bean of a class only if the class can be instantiated. */
    @Test
    void cannotBeABean() {
        assertThat(Modifier.isAbstract(ClientKeys.class.getModifiers())).isTrue();
    }

    /** Returns the declared keys with their defaults; the empty string if the key has no default. */
    private static Map<String, String> declared() {
        Map<String, String> declared = new TreeMap<>();
        for (Field field : ClientKeys.class.getDeclaredFields()) {
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
                ClientKeys.class.getResourceAsStream("/META-INF/microprofile-config.properties"))) {
            file.load(stream);
        }
        Map<String, String> shipped = new TreeMap<>();
        file.forEach((key, value) -> shipped.put(key.toString(), value.toString()));
        shipped.remove("config_ordinal");
        return shipped;
    }

    private static FakeConfig recording(Set<String> asked) {
        return new FakeConfig(new AbstractMap<>() {
            @Override
            public @Nullable String get(@Nullable Object key) {
                asked.add(String.valueOf(key));
                // Without an account, no key of an account is read.
                return ClientKeys.ACCOUNTS.equals(key) ? "north" : null;
            }

            @Override
            public Set<Entry<String, String>> entrySet() {
                return Set.of();
            }
        });
    }

    /** Builds no client: the builder returns itself from all of its other methods. */
    private static final class FakeResolver extends RestClientBuilderResolver {
        @Override
        public RestClientBuilder newBuilder() {
            return (RestClientBuilder) Proxy.newProxyInstance(
                    RestClientBuilder.class.getClassLoader(),
                    new Class<?>[] {RestClientBuilder.class},
                    (builder, method, arguments) -> method.getName().equals("build") ? null : builder);
        }
    }
}
