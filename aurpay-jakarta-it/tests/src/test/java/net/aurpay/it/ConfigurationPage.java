package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Generates {@code docs/configuration.md}: keys and defaults come from the configuration classes, the sentences from
 * their Javadoc.
 */
final class ConfigurationPage {
    private static final Path CLIENT = Path.of("../../aurpay-jakarta-client/src/main");
    private static final Path WEBHOOK = Path.of("../../aurpay-jakarta-webhook/src/main");
    private static final Pattern ITEM =
            Pattern.compile("<li>\\{@code (aurpay\\.[a-z0-9.-]+)} (.*?)(?=<li>|</ul>)", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\"[^\"\n]*?(?<![.\\w])(aurpay\\.[a-z]+(?:[.-][a-z0-9]+)*)");

    private ConfigurationPage() {}

    /** Returns all keys that the Javadoc describes, in the order of their descriptions. */
    static Set<String> keys() throws IOException {
        return descriptions().keySet();
    }

    static Map<String, String> descriptions() throws IOException {
        Map<String, String> descriptions = new LinkedHashMap<>();
        for (Path source : sources()) {
            Matcher item = ITEM.matcher(Files.readString(source).replaceAll("\n \\* *", " "));
            while (item.find()) {
                String text = item.group(2).strip().replaceAll("\\s+", " ");
                descriptions.put(item.group(1), text.replaceAll("\\{@code\\s([^}]*)}", "`$1`"));
            }
        }
        return descriptions;
    }

    /** Returns the default of every key; the empty string if the key has no default. */
    static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>(ClientKeys.defaults());
        defaults.putAll(WebhookKeys.defaults());
        return defaults;
    }

    static Set<String> asked() {
        Set<String> asked = new TreeSet<>(ClientKeys.asked());
        asked.addAll(WebhookKeys.asked());
        return asked;
    }

    /**
     * Returns everything that looks like a key in a string of the sources, including messages. Some attribute names of
     * OpenTelemetry look like keys, too.
     */
    static Set<String> spelled() throws IOException {
        Set<String> spelled = new TreeSet<>();
        for (Path source : sources()) {
            boolean telemetry = source.toString().matches(".*(Telemetry|Gauge)\\w*\\.java");
            Matcher key = KEY.matcher(telemetry ? "" : Files.readString(source));
            while (key.find()) {
                spelled.add(key.group(1));
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

                `ConfigurationPageTest` generates this page from the code.

                | key | in the environment | default | |
                |---|---|---|---|
                """);
        Map<String, String> defaults = defaults();
        descriptions().forEach((key, text) -> page.append(row(key, defaults.getOrDefault(key, "?"), text)));
        page.append(
                """

                An empty value counts as no value. The deployment fails, with a message that names the key, if a configuration is incomplete, if a value
                makes no sense, or if a key under `aurpay.webhook.` does not exist. For a variable `AURPAY_WEBHOOK_…` that stands for no key, there is
                only a warning in the log, because Kubernetes sets such variables for a service of that name.

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

                These are keys of MicroProfile Rest Client for which this library sets a default. Its other keys (`proxyAddress`, `trustStore`,
                `providers` and so on) work, too. The exceptions are `followRedirects=true`, which fails the deployment, and keys that begin with the name
                of an interface, such as `net.aurpay.client.OrderClient/mp-rest/url`. They would send one interface to another address, which neither the
                log nor `Aurpay.forMerchant` would know, so they fail the deployment; only `connectTimeout` and `readTimeout` can be set for one
                interface. If `url` is an `http://` URL of another machine, the log has a warning.

                | key | in the environment | default | |
                |---|---|---|---|
                """);
        page.append(row("aurpay/mp-rest/url", ClientKeys.url(), "where Aurpay's API is"));
        for (String line : Files.readAllLines(CLIENT.resolve("resources/META-INF/microprofile-config.properties"))) {
            if (line.startsWith("aurpay/")) {
                String[] parts = line.split("=", 2);
                page.append(row(parts[0], parts[1], "milliseconds"));
            }
        }
        return page.toString();
    }

    private static String row(String key, String value, String text) {
        String variable = key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
        return "| `" + key + "` | `" + variable + "` | " + (value.isEmpty() ? "\u2013" : "`" + value + "`") + " | "
                + text + " |\n";
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
