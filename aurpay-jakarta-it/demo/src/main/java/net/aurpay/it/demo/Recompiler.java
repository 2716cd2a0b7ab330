package net.aurpay.it.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Compiles sources that have changed, and everything that depends on them. Replaces only the classes that are different
 * afterwards, so that the server reloads the application once. If there is a compilation error, replaces nothing.
 */
final class Recompiler implements Runnable {
    private static final int INTERVAL = 200;

    private final List<SourceFolder> folders;
    private final String classPath;
    private final Map<SourceFolder, Map<Path, FileTime>> compiled = new HashMap<>();

    /** @param folders in the order in which they depend on each other */
    Recompiler(List<SourceFolder> folders, Collection<Path> jars) throws IOException {
        this.folders = folders;
        this.classPath = Stream.concat(folders.stream().map(SourceFolder::classes), jars.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        for (SourceFolder folder : folders) {
            compiled.put(folder, folder.files());
        }
    }

    @Override
    public void run() {
        try {
            while (true) {
                TimeUnit.MILLISECONDS.sleep(INTERVAL);
                look();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("    no longer watching the sources: " + e);
        }
    }

    /** Compiles if sources have changed. */
    void look() throws IOException {
        boolean stale = false;
        for (SourceFolder folder : folders) {
            Map<Path, FileTime> files = folder.files();
            stale |= !files.equals(compiled.put(folder, files));
            if (stale && !compile(folder, files.keySet())) {
                return;
            }
        }
    }

    private boolean compile(SourceFolder folder, Collection<Path> files) throws IOException {
        Path output = Files.createTempDirectory("aurpay-dev");
        // the same options as in the build, so that an unchanged class is identical byte for byte
        List<String> arguments = new ArrayList<>(List.of("-d", output.toString(), "-classpath", classPath));
        arguments.addAll(List.of("--release", "17", "-proc:none", "-g"));
        files.forEach(file -> arguments.add(file.toString()));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        boolean compiles = compiler.run(null, null, null, arguments.toArray(String[]::new)) == 0;
        int replaced = compiles ? replace(output, folder.classes()) : 0;
        System.out.printf(
                "    %s: %s%n",
                folder.sources().getFileName(),
                compiles ? replaced + " classes replaced" : "compilation failed, the old classes remain");
        delete(output);
        return compiles;
    }

    private static int replace(Path from, Path to) throws IOException {
        int replaced = 0;
        for (Path file : below(from)) {
            Path target = to.resolve(from.relativize(file).toString());
            if (!Files.exists(target) || Files.mismatch(file, target) >= 0) {
                Files.createDirectories(target.getParent());
                Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
                replaced++;
            }
        }
        return replaced;
    }

    private static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(file);
            }
        }
    }
}
