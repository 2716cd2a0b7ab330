package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Checks that the pages, headings, types, tests and profiles exist that the README, the guides and the pages for
 * contributors name.
 */
class LinksTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path README = ROOT.resolve("README.md");
    private static final Path DOCS = Path.of("../docs");

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]*)#?([^)]*)\\)");
    private static final Pattern HEADING = Pattern.compile("^#+ (.*)$", Pattern.MULTILINE);
    private static final Pattern CODE = Pattern.compile("`[^`\n]+`");
    private static final Pattern TYPE = Pattern.compile("(?<![-\\w])[A-Z][a-z]{2,}[A-Z]\\w*");
    /** Matches the first cell of a row if it is one server with its full version. */
    private static final Pattern SERVER =
            Pattern.compile("^\\| ([A-Z][A-Za-z ]+ [0-9]+\\.[0-9.]+(?:Final)?) \\|", Pattern.MULTILINE);

    private static final Pattern PROFILES = Pattern.compile("(?<=mvn -P|verify -P|`-P)[a-z0-9,]+");

    static Stream<Path> pages() throws IOException {
        return Stream.of(List.of(README), files(DOCS, ".md"), files(ROOT.resolve(".github"), ".md"))
                .flatMap(List::stream);
    }

    @ParameterizedTest
    @MethodSource("pages")
    void linkLeadsToAnExistingPageAndHeading(Path page) throws IOException {
        for (MatchResult link : found(LINK, Files.readString(page))) {
            if (link.group(1).contains(":")) {
                continue;
            }
            Path target = link.group(1).isEmpty() ? page : page.resolveSibling(link.group(1));
            assertThat(target).as(link.group()).exists();
            if (!link.group(2).isEmpty()) {
                assertThat(headings(target)).as(link.group()).contains(link.group(2));
            }
        }
    }

    /** The type is one of this project's, or one that its sources import. */
    @ParameterizedTest
    @MethodSource("pages")
    void namedTypeExists(Path page) throws IOException {
        Set<String> known = new TreeSet<>();
        for (String module : List.of("aurpay-jakarta-client", "aurpay-jakarta-webhook", "aurpay-jakarta-it")) {
            for (Path source : files(ROOT.resolve(module), ".java")) {
                known.add(source.getFileName().toString().replace(".java", ""));
                found(Pattern.compile("(?<=\\.)\\w+(?=;)"), Files.readString(source))
                        .forEach(imported -> known.add(imported.group()));
            }
        }
        for (MatchResult code : found(CODE, Files.readString(page))) {
            found(TYPE, code.group()).forEach(type -> assertThat(known).contains(type.group()));
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void namedProfileIsInThePoms(Path page) throws IOException {
        String poms = Files.readString(ROOT.resolve("pom.xml"))
                + Files.readString(Path.of("pom.xml"))
                + Files.readString(Path.of("../pom.xml"))
                + Files.readString(ROOT.resolve("aurpay-jakarta-client/pom.xml"));
        for (MatchResult profiles : found(PROFILES, Files.readString(page))) {
            for (String profile : List.of(profiles.group().split(",", -1))) {
                assertThat(poms).contains("<id>" + profile + "</id>");
            }
        }
    }

    @Test
    void everyGuideIsInTheIndexOnce() throws IOException {
        Path index = DOCS.resolve("README.md");

        List<String> linked = found(LINK, Files.readString(index)).stream()
                .map(link -> link.group(1))
                .filter(page -> page.endsWith(".md"))
                .toList();

        assertThat(linked)
                .containsExactlyInAnyOrderElementsOf(files(DOCS, ".md").stream()
                        .filter(page -> !page.equals(index))
                        .map(page -> DOCS.relativize(page).toString())
                        .toList());
    }

    @Test
    void readmeIsShort() throws IOException {
        List<String> lines = Files.readAllLines(README);

        assertThat(lines).hasSizeLessThan(120);
        assertThat(lines).filteredOn(line -> !line.startsWith("|")).allSatisfy(line -> assertThat(line)
                .hasSizeLessThanOrEqualTo(120));
    }

    @Test
    void pictureIsSmall() throws IOException {
        assertThat(Files.size(DOCS.resolve("demo.png"))).isLessThan(100_000);
    }

    /** {@code .ci/run} compares the table of servers.md with the servers that have run. */
    @Test
    void readmeHasTheServersAndVersionsOfTheTable() throws IOException {
        assertThat(servers(README)).isNotEmpty().isEqualTo(servers(DOCS.resolve("servers.md")));
    }

    /** Returns the anchors of the page's headings, in the form that the usual viewers use. */
    private static Set<String> headings(Path page) throws IOException {
        return found(HEADING, Files.readString(page)).stream()
                .map(heading -> heading.group(1).toLowerCase(Locale.ROOT))
                .map(heading -> heading.replaceAll("[^a-z0-9 -]", "").replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    private static Set<String> servers(Path page) throws IOException {
        return found(SERVER, Files.readString(page)).stream()
                .map(row -> row.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<MatchResult> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().toList();
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
