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
 * {@code docs/configuration.md}: keys and defaults as the configuration classes have them, sentences out of their Javadoc.
 */
final class ConfigurationPage {
    private static final Path CLIENT = Path.of("../../aurpay-jakarta-client/src/main");
    private static final Path WEBHOOK = Path.of("../../aurpay-jakarta-webhook/src/main");
    private static final Pattern ITEM =
            Pattern.compile("<li>\\{@code (aurpay\\.[a-z0-9.-]+)} (.*?)(?=<li>|</ul>)", Pattern.DOTALL);
    private static final Pattern KEY = Pattern.compile("\"[^\"\n]*?(?<![.\\w])(aurpay\\.[a-z]+(?:[.-][a-z0-9]+)*)");

    private ConfigurationPage() {}

    /** All that are described, in the order of their description. */
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

    /** Empty for none. */
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

    /** Whatever looks like a key in a string of the sources, in messages, too; names of OpenTelemetry's look like it. */
    static Set<String> spelled() throws IOException {
        Set<String> spelled = new TreeSet<>();
        for (Path source : sources()) {
            boolean telemetry = source.toString().matches(".*(Telemetry|Gauge)\\.java");
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

                MicroProfile Config: system properties win over the environment, and that over `META-INF/microprofile-config.properties`. Secrets
                belong into the environment.

                This page is made from the code by `ConfigurationPageTest`.

                | key | in the environment | default | |
                |---|---|---|---|
                """);
        Map<String, String> defaults = defaults();
        descriptions().forEach((key, text) -> page.append(row(key, defaults.getOrDefault(key, "?"), text)));
        page.append(
                """

                An empty value counts as none. Half a configuration, a value that makes no sense, and a key under `aurpay.webhook.` that does not
                exist fail the deployment, with a sentence that names the key. A variable `AURPAY_WEBHOOK_…` that stands for no key is a
                warning in the log, for Kubernetes sets some for a service of such a name.

                ## How a secret is spelled

                A secret (`api-key`, `api-token`, `secret-key`, also Lightning's; `token`, `secret` and `api-key` of the webhook) is used as it
                was written, or refused: no expression in it is expanded, and `$$` is two characters. It is the same on every server, in a
                properties file, in the environment and as a system property.

                - A value that is `${NAME}` and nothing else, without a default, stands for the property or environment variable `NAME`. In
                  the value of `NAME`, `${` has no meaning: write a secret that has `${` in it there. Any other value with `${` fails the
                  deployment, and so does a `NAME` that has no value.
                - The webhook's three keys take several values: a comma separates them, `\\,` is a comma, `\\\\` is a backslash, and any other
                  use of a backslash fails the deployment. The client's keys have one value each, in which comma and backslash are
                  characters like others.
                - A properties file takes a backslash for itself: write each backslash twice there.
                - A callback token or secret of fewer than 16 characters is a warning in the log. Among several values it fails the
                  deployment, since it may be a part of a secret with a comma in it.

                ## How the API is called

                Of MicroProfile Rest Client's own keys these have defaults here. The others work, too (`proxyAddress`, `trustStore`,
                `providers` and so on), but `followRedirects=true` fails the deployment. So does a key that begins with the name of an
                interface, such as `net.aurpay.client.OrderClient/mp-rest/url`: it would send one interface elsewhere, unknown to the log and
                to `Aurpay.forMerchant`. Only its `connectTimeout` and `readTimeout` may be set. An `http://` URL that is not on this machine is
                a warning in the log.

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
