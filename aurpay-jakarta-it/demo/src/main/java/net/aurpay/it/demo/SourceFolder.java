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
 * The Java sources of one module.
 *
 * @param sources the folder to watch
 * @param classes folder with the compiled classes of the whole module
 */
record SourceFolder(Path sources, Path classes) {
    static SourceFolder of(Path module, String packages) {
        return new SourceFolder(module.resolve("src/main/java").resolve(packages), module.resolve("target/classes"));
    }

    /** Returns the jars of the module's class path, which the build has written to a file. */
    List<Path> jars() throws IOException {
        return Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(
                        Files.readString(classes.resolveSibling("classpath")).strip())
                .map(Path::of)
                .toList();
    }

    /** Returns the files, and when each was changed. */
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
            // the file was deleted a moment ago: some editors do this while they save
            return FileTime.fromMillis(0);
        }
    }
}
