package net.aurpay.it.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Java sources of one module.
 *
 * @param sources the folder to watch
 * @param classes of the whole module
 */
record SourceFolder(Path sources, Path classes) {
    static SourceFolder of(Path module, String packages) {
        return new SourceFolder(module.resolve("src/main/java").resolve(packages), module.resolve("target/classes"));
    }

    /** What the module is compiled against, as the build has written it down. */
    List<Path> jars() throws IOException {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(
                        Files.readString(classes.resolveSibling("classpath")).strip())
                .map(Path::of)
                .toList();
    }

    /** When each file was changed. */
    Map<Path, FileTime> files() throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .collect(Collectors.toMap(file -> file, SourceFolder::changed));
        }
    }

    private static FileTime changed(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // deleted a moment ago, as editors do while they save
            return FileTime.fromMillis(0);
        }
    }
}
