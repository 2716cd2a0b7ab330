package net.aurpay.it;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.aurpay.client.http.ClientKeys;
import net.aurpay.webhook.inbox.WebhookKeys;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Generates {@code docs/configuration.md} from the classes that declare the keys; the sentences are their Javadoc. */
final class ConfigurationPage {
    private static final Path CLIENT = Path.of("../../aurpay-jakarta-client/src/main/java");
    private static final Path WEBHOOK = Path.of("../../aurpay-jakarta-webhook/src/main/java");

    private static final Pattern FIELD =
            Pattern.compile("/\\*\\*((?:[^*]|\\*(?!/))*+)\\*/\\s+@ConfigProperty\\([^)]*\\)\\s+[\\w<>]+ (\\w+);");
    private static final Pattern KEY =
            Pattern.compile("\"[^\"\n]*?(?<![.\\w])(aurpay(?:\\.[a-z]+(?:[.-][a-z0-9]+)*|/mp-rest/\\w+))");

    /**
     * A key as it is declared.
     *
     * @param otherwise the default; empty if the key has none
     */
    record Key(String name, String otherwise, String description) {}

    private ConfigurationPage() {}

    /** Returns all keys that have a description, in the order of their declaration. */
    static List<Key> keys() throws IOException {
        List<Key> keys = new ArrayList<>();
        for (Class<?> type : List.of(ClientKeys.class, WebhookKeys.class)) {
            Path module = type == ClientKeys.class ? CLIENT : WEBHOOK;
            String source = Files.readString(module.resolve(type.getName().replace('.', '/') + ".java"));
            Matcher field = FIELD.matcher(source);
            while (field.find()) {
                ConfigProperty property = property(type, field.group(2));
                String text = field.group(1).replaceAll("\\s+\\*?\\s*", " ").strip();
                keys.add(new Key(property.name(), otherwise(property), text.replaceAll("\\{@code ([^}]*)}", "`$1`")));
            }
        }
        return keys;
    }

    private static ConfigProperty property(Class<?> type, String field) {
        try {
            return type.getDeclaredField(field).getAnnotation(ConfigProperty.class);
        } catch (NoSuchFieldException e) {
            throw new AssertionError(e);
        }
    }

    private static String otherwise(ConfigProperty property) {
        return property.defaultValue().replace(ConfigProperty.UNCONFIGURED_VALUE, "");
    }

    /** Returns the default of every key, whether it is described or not; the empty string if the key has no default. */
    static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        for (Class<?> type : List.of(ClientKeys.class, WebhookKeys.class)) {
            for (Field field : type.getDeclaredFields()) {
                ConfigProperty property = field.getAnnotation(ConfigProperty.class);
                if (property != null) {
                    defaults.put(property.name(), otherwise(property));
                }
            }
        }
        return defaults;
    }

    /**
     * Returns everything that looks like a key in a string of the sources, including messages, and the file that it is
     * in. Some attribute names of OpenTelemetry look like keys, too.
     */
    static Map<String, String> spelled() throws IOException {
        Map<String, String> spelled = new TreeMap<>();
        for (Path source : sources()) {
            boolean telemetry = source.toString().matches(".*(Telemetry|Gauge)\\w*\\.java");
            Matcher key = KEY.matcher(telemetry ? "" : Files.readString(source));
            while (key.find()) {
                spelled.merge(key.group(1), source.getFileName().toString(), (one, other) -> one + ", " + other);
            }
        }
        return spelled;
    }

    static String text() throws IOException {
        StringBuilder page = new StringBuilder(
                """
                # Every configuration key

                All keys are MicroProfile Config properties. A system property takes precedence over an environment variable, and an environment
                variable over `META-INF/microprofile-config.properties`. Keep secrets in environment variables.

                IDEs with support for MicroProfile, such as VS Code and Eclipse with the Tools for MicroProfile, find the keys in the jars and complete
                them. `ConfigurationPageTest` generates this page from the same classes, `ClientKeys` and `WebhookKeys`.

                | key | in the environment | default | |
                |---|---|---|---|
                """);
        List<Key> keys = keys();
        keys.stream().filter(key -> !isOfRestClient(key)).forEach(key -> page.append(row(key)));
        page.append(
                """

                An empty value counts as no value. The deployment fails, with a message that names the key, if a configuration is incomplete, if a value
                makes no sense, or if a key under `aurpay.webhook.` does not exist. For a variable `AURPAY_WEBHOOK_…` that stands for no key, there is
                only a warning in the log, because Kubernetes sets such variables for a service of that name. Without any configuration the
                application still deploys: calls then fail with a clear message, and callbacks are answered 404.

                Before you switch `aurpay.webhook.confirm` on while payments are open, read [moving.md](moving.md#switching-aurpaywebhookconfirm-on).
                How to use several accounts is in [accounts.md](accounts.md), the readiness check in [observability.md](observability.md#readiness).

                ## How a secret is spelled

                These are secrets: `api-key`, `api-token` and `secret-key`, also those of Lightning, and the webhook's `token`, `secret` and `api-key`. A
                secret is used exactly as you write it, or it is rejected: expressions in it are not expanded, and `$$` is two characters. The same rules
                apply on every server, in a properties file, in the environment and in system properties.

                - If the whole value is `${NAME}`, without a default, it stands for the property or environment variable `NAME`. In the value of `NAME`,
                  `${` has no special meaning, so that is the place for a secret that contains `${`. Any other value with `${` fails the deployment, and
                  so does a `NAME` that has no value.
                - The webhook's three keys accept several values: a comma separates them, `\\,` is a comma, `\\\\` is a backslash, and any other use of a
                  backslash fails the deployment. The client's keys have one value each, in which comma and backslash are ordinary characters.
                - In a properties file, write each backslash twice.
                - A callback token or secret with fewer than 16 characters causes a warning in the log. Among several values it fails the deployment,
                  because it could be part of a secret with a comma in it.

                ## How the API is called

                These keys of MicroProfile Rest Client have a default of this library, or this library reads them. The others (`trustStore`, `providers`
                and so on) work, too. Keys that begin with the name of an interface, such as `net.aurpay.client.OrderClient/mp-rest/url`, would send one
                interface to another address, which neither the log nor `Aurpay.forMerchant` would know. Therefore they fail the deployment; only
                `connectTimeout` and `readTimeout` can be set for one interface. If `url` is an `http://` URL of another machine, the log has a warning.

                | key | in the environment | default | |
                |---|---|---|---|
                """);
        keys.stream().filter(ConfigurationPage::isOfRestClient).forEach(key -> page.append(row(key)));
        return page.toString();
    }

    private static boolean isOfRestClient(Key key) {
        return key.name().contains("/mp-rest/");
    }

    private static String row(Key key) {
        String variable = key.name().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        String otherwise = key.otherwise().isEmpty() ? "\u2013" : "`" + key.otherwise() + "`";
        return "| `" + key.name() + "` | `" + variable + "` | " + otherwise + " | " + key.description() + " |\n";
    }

    private static List<Path> sources() throws IOException {
        List<Path> sources = new ArrayList<>();
        for (Path module : List.of(CLIENT, WEBHOOK)) {
            try (Stream<Path> files = Files.walk(module)) {
                files.filter(file -> file.toString().endsWith(".java")).sorted().forEach(sources::add);
            }
        }
        return sources;
    }
}
