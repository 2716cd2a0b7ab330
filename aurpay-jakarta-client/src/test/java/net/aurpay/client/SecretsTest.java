package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import net.aurpay.client.accounts.AccountLookUp;
import net.aurpay.client.accounts.ApplicationAccounts;
import net.aurpay.client.health.ApiReadiness;
import net.aurpay.client.http.ClientConfig;
import net.aurpay.client.http.FakeConfig;
import net.aurpay.client.shared.KeyedMac;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * Passes a known secret to every class of this library that accepts one, and checks that no printed text contains it.
 */
class SecretsTest {
    private static final String SECRET = "PLANTED-SECRET";

    /**
     * The records that contain a secret, each with the components that hold one. The other records contain no secret.
     */
    private static final Map<String, Set<String>> SECRETS = Map.of(
            "AccessToken", Set.of("accessToken"),
            "ApiKey", Set.of("apiKey"),
            "WithdrawalRequest", Set.of("verificationCode"));

    @Test
    void printsNoSecretThatARecordContains() throws ReflectiveOperationException {
        for (Map.Entry<String, Set<String>> entry : SECRETS.entrySet()) {
            Class<?> type = Class.forName("net.aurpay.client." + entry.getKey());
            Object planted = planted(type, entry.getValue());
            assertThat(planted.toString())
                    .as(entry.getKey())
                    .startsWith(entry.getKey())
                    .doesNotContain(SECRET);
        }
    }

    @Test
    void listsEveryComponentWhoseNameSuggestsASecret() throws IOException {
        assertThat(classes().filter(Class::isRecord).flatMap(type -> Stream.of(type.getRecordComponents())
                        .filter(part -> part.getName().matches("(?i).*(key|token|secret|password|code)"))
                        .map(part -> type.getSimpleName() + "." + part.getName())))
                // The code of a response is not a secret.
                .containsExactlyInAnyOrder(
                        "AccessToken.accessToken",
                        "ApiKey.apiKey",
                        "WithdrawalRequest.verificationCode",
                        "FailureDetails.code");
    }

    @Test
    void printsNoCredentials() {
        FakeConfig config = FakeConfig.of(
                "aurpay.api-token=" + SECRET, "aurpay.secret-key=" + SECRET, "aurpay.lightning.api-key=" + SECRET);
        KeyedMac mac = new KeyedMac("HmacSHA256", SECRET);
        assertThat(List.of(
                        Credentials.apiKey(SECRET),
                        Credentials.signature(SECRET, SECRET),
                        ClientConfig.of(config),
                        ClientConfig.of(config).credentials(),
                        mac))
                .allSatisfy(value -> assertThat(value.toString()).doesNotContain(SECRET));
    }

    /** The message about a rejected value must not repeat the secret. */
    @Test
    void rejectsASecretWithoutRepeatingIt() {
        for (Runnable rejected : List.<Runnable>of(
                () -> Credentials.apiKey(SECRET + "\n"),
                () -> Credentials.signature(SECRET + " ", "x"),
                () -> Credentials.signature(SECRET, ""),
                () -> Credentials.apiKey(SECRET).withAlgorithm(Algorithm.HMAC_SHA256))) {
            assertThat(catchThrowable(rejected::run))
                    .satisfies(e -> assertThat(e.toString()).doesNotContain(SECRET));
        }
    }

    /** If one of these classes had a logger, the log would be another place to search for secrets. */
    @Test
    void hasNoLogger() throws IOException {
        assertThat(classes()
                        // ApiReadiness logs only exceptions of this library, whose messages contain no secret; the
                        // others log names of accounts and of environment variables.
                        .filter(type -> !Set.of(ApiReadiness.class, AccountLookUp.class, ApplicationAccounts.class)
                                .contains(type))
                        .flatMap(type -> Stream.of(type.getDeclaredFields()))
                        .filter(field -> !field.isSynthetic()))
                .noneMatch(field -> field.getType().getName().contains("Logger"))
                .allMatch(field -> !Modifier.isStatic(field.getModifiers()) || Modifier.isFinal(field.getModifiers()));
    }

    private static Object planted(Class<?> type, Set<String> secrets) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        var components = type.getRecordComponents();
        @Nullable Object[] values = new @Nullable Object[components.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = secrets.contains(components[i].getName()) ? SECRET : plain(components[i].getType());
        }
        return constructor.newInstance(values);
    }

    private static @Nullable Object plain(Type type) {
        if (type == String.class) {
            return "plain";
        } else if (type == BigDecimal.class) {
            return BigDecimal.ONE;
        } else if (type == URI.class) {
            return URI.create("https://example.com");
        }
        return type == Map.class ? Map.of() : null;
    }

    private static Stream<Class<?>> classes() throws IOException {
        Path root = Path.of(URI.create(AurpayException.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
        try (Stream<Path> files = Files.walk(root)) {
            return files
                    .filter(file -> file.toString().endsWith(".class"))
                    .map(file ->
                            root.relativize(file).toString().replace('/', '.').replaceFirst("\\.class$", ""))
                    .<Class<?>>map(SecretsTest::load)
                    .toList()
                    .stream();
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new LinkageError(name, e);
        }
    }
}
