package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Checks after each test class that the server's logs so far have no key, token, secret or signature in them.
 * Registered for all tests.
 */
public final class NoSecretInLogs implements AfterAllCallback {
    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        String logs = System.getProperty("server.logs");
        // Arquillian starts the server for the first class that needs it.
        if (logs != null && Files.isDirectory(Path.of(logs))) {
            requireNone(Path.of(logs));
        }
    }

    /** Checks a file, or the files in a folder. */
    static void requireNone(Path logs) throws IOException {
        List<String> secrets = Sandboxes.secrets().toList();
        try (Stream<Path> files = Files.walk(logs)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String log = read(file);
                for (String secret : secrets) {
                    // Not AssertJ's contains, which would print the secret.
                    assertThat(log.contains(secret))
                            .as("a secret in " + file.getFileName())
                            .isFalse();
                }
            }
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
