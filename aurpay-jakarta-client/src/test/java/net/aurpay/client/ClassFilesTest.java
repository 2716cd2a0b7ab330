package net.aurpay.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks properties that no behaviour shows: a class file contains, as text, the names that the class uses. */
class ClassFilesTest {
    /** In the threads of a server, a thread-local value would outlive the application, and so would a thread pool. */
    @Test
    void containNeitherThreadLocalNorThreadPool() throws Exception {
        Path folder = Path.of(
                Order.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        try (Stream<Path> files = Files.walk(folder.resolve("net/aurpay/client"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")).toList())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("java/lang/ThreadLocal", "java/util/concurrent/Blocking")
                            .doesNotContain("java/util/concurrent/Executor", "ForkJoin"));
        }
    }
}
