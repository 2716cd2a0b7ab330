package net.aurpay.it;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

/**
 * Checks that {@code -Prelease} has made everything that Maven Central and users require. Run by {@code .ci/reproduce},
 * without compilation: {@code java ReleasedFiles.java <changelog.md> <target>…}. Anything missing is an error.
 */
final class ReleasedFiles {
    /** The elements that Maven Central requires in a POM. */
    private static final List<String> REQUIRED = List.of(
            "groupId",
            "artifactId",
            "version",
            "name",
            "description",
            "url",
            "licenses/license/name",
            "licenses/license/url",
            "developers/developer/name",
            "scm/connection",
            "scm/developerConnection",
            "scm/url");

    private final Path target;
    private final String name;
    private final String version;

    private ReleasedFiles(Path target) throws IOException {
        this.target = target;
        try (Stream<Path> files = Files.list(target)) {
            // aurpay-jakarta-client-1.0.0.jar has the shortest name: the other jars have classifiers.
            String jar = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.matches("aurpay-jakarta-.*\\.jar"))
                    .min(Comparator.comparing(String::length))
                    .orElseThrow();
            name = jar.replace(".jar", "");
        }
        version = name.replaceFirst("aurpay-jakarta-[a-z]+-", "");
    }

    public static void main(String[] arguments) throws Exception {
        for (String target : List.of(arguments).subList(1, arguments.length)) {
            ReleasedFiles released = new ReleasedFiles(Path.of(target));
            released.checkJars();
            released.checkPom();
            released.checkSboms();
            released.checkChangelog(Path.of(arguments[0]));
            System.out.println("complete: " + released.name);
        }
    }

    private void checkJars() throws IOException {
        Set<String> classes = entries(name + ".jar", "\\.class");
        require(
                classes.stream().allMatch(type -> type.startsWith("/net/aurpay/")),
                "classes of other projects in the jar");
        Set<String> sources = entries(name + "-sources.jar", "\\.java");
        Set<String> own = classes.stream()
                .filter(type -> !type.contains("$"))
                .map(type -> type.replace(".class", ".java"))
                .collect(Collectors.toSet());
        require(sources.equals(own), "the sources are not those of the jar's classes: " + own + ", " + sources);
        Set<String> pages = entries(name + "-javadoc.jar", "\\.html");
        try (JarFile jar = new JarFile(target.resolve(name + ".jar").toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();
            require(version.equals(manifest.getValue("Implementation-Version")), "no Implementation-Version");
            String module = String.valueOf(manifest.getValue("Automatic-Module-Name"));
            String api = "/" + module.replace('.', '/') + "/";
            require(
                    classes.contains(api + "package-info.class"),
                    "no package has the Automatic-Module-Name <" + module + ">");
            require(
                    pages.stream().anyMatch(page -> page.endsWith(api + "package-summary.html")),
                    "no Javadoc of " + module);
            String artifact = name.replace("-" + version, "");
            for (String file : List.of("LICENSE", "maven/net.aurpay/" + artifact + "/pom.properties")) {
                require(jar.getEntry("META-INF/" + file) != null, "no META-INF/" + file);
            }
        }
    }

    private Set<String> entries(String jar, String end) throws IOException {
        try (FileSystem zip = FileSystems.newFileSystem(target.resolve(jar));
                Stream<Path> files = Files.walk(zip.getPath("/"))) {
            Set<String> names = files.map(Path::toString)
                    .filter(Pattern.compile(end + "$").asPredicate())
                    .collect(Collectors.toCollection(TreeSet::new));
            require(!names.isEmpty(), jar + " is empty");
            return names;
        }
    }

    private void checkPom() throws Exception {
        Document pom = parse(name + ".pom");
        for (String element : REQUIRED) {
            require(!value(pom, "/project/" + element).isBlank(), "no <" + element + "> in the POM");
        }
        require(value(pom, "/project/version").equals(version), "the POM has another version");
        require(value(pom, "count(/project/parent)").equals("0"), "the POM has a parent");
        boolean sandbox = name.startsWith("aurpay-jakarta-it-");
        require(
                value(pom, "count(//dependency[not(groupId='net.aurpay' or scope='provided')])")
                        .equals(sandbox ? "2" : "0"),
                "the POM has a dependency that servers do not provide");
        require(
                !sandbox
                        || value(
                                        pom,
                                        "count(//dependency[not(scope) or scope='compile'][artifactId='parsson' or groupId='com.google.zxing'])")
                                .equals("2"),
                "the POM does not have what the sandbox needs to run");
    }

    private void checkSboms() throws Exception {
        Document xml = parse(name + "-cyclonedx.xml");
        require(value(xml, "/bom/metadata/component/version").equals(version), "the SBOM has another version");
        String json = Files.readString(target.resolve(name + "-cyclonedx.json"));
        require(json.contains("\"CycloneDX\"") && json.contains("\"" + version + "\""), "no SBOM in JSON");
    }

    private void checkChangelog(Path changelog) throws IOException {
        String heading = "## " + version.replace("-SNAPSHOT", "");
        require(
                Files.readAllLines(changelog).stream()
                        .anyMatch(line -> line.equals(heading) || line.startsWith(heading + " ")),
                "no <" + heading + "> in " + changelog);
    }

    private Document parse(String file) throws IOException, SAXException, ParserConfigurationException {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(target.resolve(file).toFile());
    }

    private static String value(Document document, String expression) throws XPathExpressionException {
        XPath path = XPathFactory.newInstance().newXPath();
        return path.evaluate(expression, document);
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalStateException(name + ": " + otherwise);
        }
    }
}
