package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.aurpay.client.accounts.ConfiguredAccounts;
import net.aurpay.client.http.ClientConfig;
import net.aurpay.webhook.endpoint.WebhookConfig;
import net.aurpay.webhook.verification.RejectionReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks that the build compiles, runs or reads everything that the guides show. */
class GuidesTest {
    private static final Path DOCS = Path.of("../docs");
    private static final Path README = Path.of("../../README.md");
    private static final Pattern SNIPPET =
            Pattern.compile("^ *```([a-z]+)\n(.*?)^ *```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern FENCE = Pattern.compile("^ *```", Pattern.MULTILINE);

    /** What a webhook needs, for snippets that leave it out. */
    private static final Map<String, String> LEAST = Map.of(
            "aurpay.webhook.url", "https://shop.example.com/shop/aurpay/callbacks",
            "aurpay.webhook.token", "a",
            "aurpay.webhook.secret", "b");

    /** The tests that take snippets of a language out of the page itself. Such a test must name the page. */
    private static final Map<String, String> READERS = Map.of(
            "behind-a-proxy.md nginx", "ReverseProxy.java",
            "behind-a-proxy.md haproxy", "ReverseProxy.java",
            "servers.md xml", "ServerGuide.java",
            "servers.md cli", "ServerGuide.java",
            "servers.md sh", "ServerGuide.java",
            "signature.md text", "FailuresIT.java",
            "sandbox.md yaml", "ContainerGuideTest.java");

    /** Files in {@code docs}, and the tests that run them. */
    private static final Map<String, String> RUN_BY = Map.ofEntries(
            Map.entry("start/server.xml", "StartedShop.java"),
            Map.entry("start/run.sh", "StartedShop.java"),
            Map.entry("start/src/main/java/com/example/Shop.java", "StartedShop.java"),
            Map.entry("purchase.sql", "TableServer.java"),
            Map.entry("accounts/merchant.sql", "MerchantTable.java"),
            Map.entry("accounts/delete-account.sql", "AccountsGuideIT.java"),
            Map.entry("payment-page/sale.sql", "TableServer.java"),
            Map.entry("payment-page/payment.css", "TableServer.java"),
            Map.entry("payment-page/payment.js", "TableServer.java"),
            Map.entry("portable/web.xml", "PortableWar.java"),
            Map.entry("portable/persistence.xml", "PortableWar.java"),
            Map.entry("portable/ibm-web-bnd.xml", "PortableWar.java"),
            Map.entry("portable/jboss-web.xml", "PortableWar.java"),
            Map.entry("portable/glassfish-web.xml", "PortableWar.java"),
            Map.entry("portable/paid-order.sql", "PortableWar.java"),
            Map.entry("undo-a-row.sql", "ObserversIT.java"),
            Map.entry("delete-old-rows.sql", "TableInboxIT.java"),
            Map.entry("web/moved.xml", "WebXmlIT.java"),
            Map.entry("web/staff-only.xml", "WebXmlIT.java"),
            Map.entry("web/any-content-type.xml", "SecurityIT.java"),
            Map.entry("liberty/security.xml", "SecurityIT.java"),
            Map.entry("liberty/observability.xml", "ObservedServer.java"),
            Map.entry("liberty/database.xml", "TableServer.java"),
            Map.entry("liberty/messaging.xml", "TableServer.java"));

    private record Snippet(String page, String language, List<String> lines) {
        boolean isIn(Path file) {
            try {
                return Collections.indexOfSubList(stripped(Files.readString(file)), lines) >= 0;
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }

        @Override
        public String toString() {
            return page + ", " + language + ": " + lines.get(0);
        }
    }

    static Stream<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        for (Path page : pages()) {
            Matcher snippet = SNIPPET.matcher(Files.readString(page));
            while (snippet.find()) {
                snippets.add(new Snippet(page.getFileName().toString(), snippet.group(1), stripped(snippet.group(2))));
            }
        }
        return snippets.stream();
    }

    @ParameterizedTest
    @MethodSource("snippets")
    void snippetIsCompiledRunOrRead(Snippet snippet) throws IOException {
        String reader = READERS.get(snippet.page() + " " + snippet.language());
        if (reader != null) {
            assertThat(Files.readString(test(reader))).contains("docs/" + snippet.page());
        } else if (snippet.language().equals("properties")) {
            assertKnown(String.join("\n", snippet.lines()));
        } else {
            assertThat(sources("." + snippet.language())).anyMatch(snippet::isIn);
        }
    }

    @Test
    void everyFencedSnippetHasALanguage() throws IOException {
        for (Path page : pages()) {
            String text = Files.readString(page);
            assertThat(FENCE.matcher(text).results().count())
                    .as(page.toString())
                    .isEqualTo(2 * SNIPPET.matcher(text).results().count());
        }
    }

    @Test
    void everyFileInTheFolderOfTheGuidesIsRun() throws IOException {
        for (Path file : files(DOCS, "")) {
            String name = DOCS.relativize(file).toString().replace('\\', '/');
            if (name.matches(".*\\.(xml|sh|sql|java|css|js)") && !name.equals("start/pom.xml")) {
                assertThat(RUN_BY).as("files with the tests that run them").containsKey(name);
                assertThat(Files.readString(test(String.valueOf(RUN_BY.get(name)))))
                        .contains(file.getFileName().toString());
            }
        }
    }

    /** The versions must be those with which this build tests. */
    @Test
    void pomOfTheStartHasTheVersionsOfThisBuild() throws IOException {
        String pom = Files.readString(DOCS.resolve("start/pom.xml"));
        String parent = Files.readString(Path.of("../../pom.xml"));
        String shop = Files.readString(Path.of("../shop/pom.xml"));

        assertThat(version(pom, "aurpay-jakarta-webhook")).isEqualTo(version(parent, "aurpay-jakarta"));
        assertThat(version(pom, "maven-compiler-plugin")).isEqualTo(version(parent, "maven-compiler-plugin"));
        assertThat(version(pom, "maven-war-plugin")).isEqualTo(version(shop, "maven-war-plugin"));
        assertThat(pom).contains("<maven.compiler.release>17</maven.compiler.release>");
        assertThat(version(Files.readString(README), "aurpay-jakarta-webhook"))
                .isEqualTo(version(parent, "aurpay-jakarta"));
    }

    @Test
    void libraryForTheQrCodeHasTheVersionOfThisBuild() throws IOException {
        Matcher version = Pattern.compile("<zxing.version>([^<]+)<").matcher(Files.readString(Path.of("../pom.xml")));
        assertThat(version.find()).isTrue();

        assertThat(Files.readString(DOCS.resolve("payment-page.md")))
                .contains("`com.google.zxing:core:" + version.group(1) + "`");
    }

    @Test
    void everyRejectionReasonIsExplained() throws IOException {
        assertThat(Files.readString(DOCS.resolve("no-callback.md")))
                .contains(Stream.of(RejectionReason.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void newUsersOwnCodeIsShort() throws IOException {
        assertThat(Files.readAllLines(DOCS.resolve("start/src/main/java/com/example/Shop.java")))
                .filteredOn(line -> !line.isBlank())
                .hasSizeLessThan(30);
    }

    /** Blank lines, imports and the class around the tests included. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "new-project/src/test/java/com/example/ShopTest.java",
                "arquillian-project/src/test/java/com/example/ShopIT.java"
            })
    void newUsersTestIsShort(String file) throws IOException {
        assertThat(Files.readAllLines(Path.of("../sandbox/src", file))).hasSizeLessThan(40);
    }

    @Test
    void settingsInTheReadmeAreValid() throws IOException {
        Matcher snippet = SNIPPET.matcher(Files.readString(README));
        while (snippet.find()) {
            if (snippet.group(1).equals("properties")) {
                assertKnown(snippet.group(2));
            }
        }
    }

    private static String version(String pom, String artifact) {
        Matcher version = Pattern.compile("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)<")
                .matcher(pom);
        assertThat(version.find()).as(artifact).isTrue();
        return version.group(1);
    }

    /** Checks that the keys exist and that the libraries' own code accepts their values. */
    private static void assertKnown(String text) throws IOException {
        Properties properties = new Properties();
        properties.load(new StringReader(text));
        Map<String, String> ours = new TreeMap<>();
        properties.forEach((key, value) -> {
            String name = key.toString();
            if (name.startsWith("aurpay.")) {
                ours.put(name, value.toString().replace('\u2026', 'x'));
            } else {
                assertThat(name)
                        .matches(
                                "aurpay/mp-rest/(url|readTimeout|connectTimeout)|mp\\.jwt\\.verify\\..+|otel\\..+|mp\\.openapi\\..+");
            }
        });
        ClientConfig.of(new MapConfig(ours));
        Map<String, String> complete = new TreeMap<>(LEAST);
        complete.putAll(ours);
        WebhookConfig.of(new MapConfig(complete));
        // rejects keys of an account that do not exist
        ConfiguredAccounts.of(new MapConfig(ours));
        ours.keySet().removeIf(name -> name.startsWith("aurpay.accounts."));
        assertThat(ConfigurationPage.defaults().keySet()).containsAll(ours.keySet());
    }

    private static List<String> stripped(String text) {
        return text.lines().map(String::strip).toList();
    }

    private static Path test(String file) throws IOException {
        List<Path> tests = new ArrayList<>(files(Path.of("src/test/java"), file));
        tests.addAll(files(Path.of("../sandbox/src/test/java"), file));
        return tests.get(0);
    }

    private static List<Path> pages() throws IOException {
        return files(DOCS, ".md");
    }

    private static List<Path> sources(String end) throws IOException {
        List<Path> sources = new ArrayList<>();
        for (String folder : List.of(
                "../docs",
                "src",
                "../sandbox/src",
                "../shop/src",
                "../demo/src",
                "../../aurpay-jakarta-client/src",
                "../../aurpay-jakarta-webhook/src")) {
            sources.addAll(files(Path.of(folder), end));
        }
        return sources;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .toList();
        }
    }
}
