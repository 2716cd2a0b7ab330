package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Checks after each test class that what the server has logged meanwhile contains no key, token, secret or signature.
 * Registered for all tests.
 */
public final class NoSecretInLogs implements AfterAllCallback {
    /** How much of each file was checked after earlier classes. */
    private static final Map<Path, Integer> CHECKED = new ConcurrentHashMap<>();

    /** More characters than any secret has: one may be logged while its beginning is being checked. */
    private static final int OVERLAP = 1000;

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        String logs = System.getProperty("server.logs");
        // Arquillian starts the server for the first class that needs it.
        if (logs != null && Files.isDirectory(Path.of(logs))) {
            for (Path file : files(Path.of(logs))) {
                String log = read(file);
                int checked = CHECKED.getOrDefault(file, 0);
                // A log that is shorter than before is a new one.
                int from = checked > log.length() ? 0 : Math.max(0, checked - OVERLAP);
                requireNone(file, log.substring(from));
                CHECKED.put(file, log.length());
            }
        }
    }

    /** Checks a file, or the files in a folder. */
    static void requireNone(Path logs) throws IOException {
        for (Path file : files(logs)) {
            requireNone(file, read(file));
        }
    }

    private static void requireNone(Path file, String log) {
        // Not AssertJ's contains, which would print the secret.
        assertThat(containsAny(log, Sandboxes.secrets().distinct().toList()))
                .as("a secret in " + file.getFileName())
                .isFalse();
    }

    /** Reads the log once. There are thousands of signatures, and to search for each of them takes minutes. */
    static boolean containsAny(String log, List<String> secrets) {
        int shortest = secrets.stream().mapToInt(String::length).min().orElse(0);
        Map<String, List<String>> byBeginning =
                secrets.stream().collect(Collectors.groupingBy(secret -> secret.substring(0, shortest)));
        return !secrets.isEmpty()
                && IntStream.rangeClosed(0, log.length() - shortest)
                        .anyMatch(at -> byBeginning.getOrDefault(log.substring(at, at + shortest), List.of()).stream()
                                .anyMatch(secret -> log.startsWith(secret, at)));
    }

    private static List<Path> files(Path logs) throws IOException {
        try (Stream<Path> files = Files.walk(logs)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Reads a log; returns the empty string if the server has replaced the file meanwhile. */
    private static String read(Path file) throws IOException {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        }
    }
}
