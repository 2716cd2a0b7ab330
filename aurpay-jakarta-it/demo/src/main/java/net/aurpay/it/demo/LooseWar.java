package net.aurpay.it.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Describes a WAR as a list of folders. Open Liberty reads the description from {@code x.war.xml} instead of reading
 * {@code x.war}, and watches the folders.
 *
 * @see <a href="https://www.ibm.com/docs/en/was-liberty/base?topic=liberty-loose-applications">Loose applications</a>
 */
final class LooseWar {
    private final StringBuilder entries = new StringBuilder();

    /** Starts with the page and the classes of the shop, in the same places as in the real WAR. */
    LooseWar(Path module) {
        directory("/", module.resolve("src/main/webapp"));
        for (String folder : List.of("net/aurpay/it/shop", "net/aurpay/it/qr")) {
            directory(
                    "/WEB-INF/classes/" + folder,
                    module.resolve("target/classes").resolve(folder));
        }
    }

    /** Adds the classes of a library, as a jar. */
    LooseWar library(String name, Path classes) {
        entries.append("    <archive targetInArchive=\"/WEB-INF/lib/")
                .append(name)
                .append(".jar\">\n    ");
        directory("/", classes);
        entries.append("    </archive>\n");
        return this;
    }

    LooseWar jars(List<Path> jars) {
        jars.forEach(jar -> entry("file", "/WEB-INF/lib/" + jar.getFileName(), jar));
        return this;
    }

    private void directory(String target, Path source) {
        entry("dir", target, source);
    }

    private void entry(String kind, String target, Path source) {
        entries.append("    <%s targetInArchive=\"%s\" sourceOnDisk=\"%s\"/>%n"
                .formatted(kind, target, escaped(source.toAbsolutePath().normalize())));
    }

    private static String escaped(Path path) {
        return path.toString().replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    /**
     * Writes the description.
     *
     * @param war path that the WAR would have
     */
    void write(Path war) throws IOException {
        Files.createDirectories(war.toAbsolutePath().getParent());
        Files.writeString(war.resolveSibling(war.getFileName() + ".xml"), "<archive>\n" + entries + "</archive>\n");
    }
}
