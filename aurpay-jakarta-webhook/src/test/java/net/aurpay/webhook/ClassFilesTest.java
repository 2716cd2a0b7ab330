package net.aurpay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import net.aurpay.webhook.verification.CallbackVerifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checks properties that no behaviour shows: a class file contains, as text, the names that the class uses. */
class ClassFilesTest {
    /** The duration of a comparison that ends at the first difference would tell how much of a guess was right. */
    @ParameterizedTest
    @ValueSource(strings = {"CallbackVerifier", "SecretValues"})
    void comparesSecretsOnlyInConstantTime(String name) throws Exception {
        assertThat(text(folder().resolve("net/aurpay/webhook/verification/" + name + ".class")))
                .contains("isEqual")
                .doesNotContain("equals", "compare", "mismatch", "hashCode", "startsWith", "indexOf");
    }

    /**
     * The jar lives in servers that redeploy: a thread or timer that keeps running would hold the class loader
     * of the old application.
     */
    @Test
    void hasNeitherThreadNorTimerOfItsOwn() throws Exception {
        try (Stream<Path> files = Files.walk(folder().resolve("net/aurpay/webhook"))) {
            assertThat(files.filter(file -> file.toString().endsWith(".class")).toList())
                    .hasSizeGreaterThan(40)
                    .allSatisfy(file -> assertThat(text(file))
                            .satisfies(ClassFilesTest::hasNoThreadButTheCurrentOne)
                            .doesNotContain("java/lang/ThreadLocal", "java/util/concurrent/Blocking")
                            .doesNotContain("java/util/Timer", "java/util/concurrent/Executor", "ForkJoin"));
        }
    }

    private static void hasNoThreadButTheCurrentOne(String text) {
        if (text.contains("currentThread")) {
            assertThat(text).doesNotContain("java/lang/Runnable", "ofVirtual", "ofPlatform", "startVirtualThread");
        } else {
            assertThat(text).doesNotContainPattern("java/lang/Thread(?![a-z])");
        }
    }

    private static Path folder() throws URISyntaxException {
        return Path.of(CallbackVerifier.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
    }

    private static String text(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.ISO_8859_1);
    }
}
