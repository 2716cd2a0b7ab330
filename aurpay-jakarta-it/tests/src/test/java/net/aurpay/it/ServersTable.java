package net.aurpay.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Prints a table of the tests that ran on each server, from the reports of the runs. Fails unless {@code servers.md} has
 * every one of these servers with its platform and its JDK. Run by {@code .ci/run}:
 * {@code java … ServersTable <failsafe-reports> <servers.md>}.
 */
final class ServersTable {
    private static final String HEAD =
            "| server | platform | JDK | tests | passed | skipped |\n|---|---|---|---|---|---|\n";

    private ServersTable() {}

    public static void main(String[] arguments) throws IOException {
        String page = Files.readString(Path.of(arguments[1]));
        boolean named = true;
        System.out.print(HEAD);
        try (Stream<Path> runs = Files.list(Path.of(arguments[0]))) {
            for (Path run : runs.filter(Files::isDirectory).sorted().toList()) {
                String row = row(run);
                System.out.print(row);
                // The page's row, without the three columns of figures.
                String server = row.replaceFirst("( \\|[^|]*){3} \\|\\n$", " |");
                if (!page.contains(server)) {
                    System.err.println(arguments[1] + " must have the row " + server);
                    named = false;
                }
            }
        }
        if (!named) {
            System.exit(1);
        }
    }

    private static String row(Path run) throws IOException {
        int tests = 0;
        int skipped = 0;
        int failed = 0;
        Set<String> reasons = new TreeSet<>();
        Set<String> server = new TreeSet<>();
        try (Stream<Path> reports = Files.list(run)) {
            for (Path report :
                    reports.filter(file -> file.toString().endsWith(".xml")).toList()) {
                Element suite = parse(report);
                if (!suite.getTagName().equals("testsuite")) {
                    continue;
                }
                tests += number(suite, "tests");
                skipped += number(suite, "skipped");
                failed += number(suite, "failures") + number(suite, "errors");
                for (Element skip : elements(suite, "skipped")) {
                    reasons.add(reason(skip));
                }
                server.add("| " + property(suite, "server.name") + " | " + property(suite, "server.platform") + " | "
                        + property(suite, "java.specification.version"));
            }
        }
        return String.join(" and ", server) + " | " + tests + " | " + (tests - skipped - failed) + " | " + skipped
                + (reasons.isEmpty() ? "" : ": " + String.join("; ", reasons)) + " |\n";
    }

    /**
     * Returns why a test was skipped: a condition is in the attribute, an assumption in the first line of its stack
     * trace.
     */
    private static String reason(Element skip) {
        String message = skip.getAttribute("message");
        String text = message.isEmpty()
                ? skip.getTextContent().strip().lines().findFirst().orElse("no reason")
                : message;
        return text.replaceFirst(".*Assumption failed: ", "");
    }

    private static Element parse(Path report) throws IOException {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(report.toFile())
                    .getDocumentElement();
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(report + " is not a report", e);
        }
    }

    private static int number(Element suite, String name) {
        return Integer.parseInt(suite.getAttribute(name));
    }

    private static String property(Element suite, String name) {
        return elements(suite, "property").stream()
                .filter(property -> property.getAttribute("name").equals(name))
                .map(property -> property.getAttribute("value"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no property <" + name + "> in the report"));
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }
}
