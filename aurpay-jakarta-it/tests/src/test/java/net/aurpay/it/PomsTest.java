package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Checks that no pom grows until nobody reads it. */
class PomsTest {
    private static final Path ROOT = Path.of("..", "..");

    @Test
    void noPomIsLong() throws IOException {
        List<Path> poms;
        try (Stream<Path> files = Files.walk(ROOT)) {
            poms = files.filter(file -> file.endsWith("pom.xml"))
                    .filter(file -> !file.toString().contains("target"))
                    .toList();
        }
        assertThat(poms).hasSizeGreaterThan(8);
        for (Path pom : poms) {
            int most = pom.equals(ROOT.resolve("pom.xml")) ? 500 : 450;
            assertThat(Files.readAllLines(pom)).as(pom.toString()).hasSizeLessThanOrEqualTo(most);
        }
    }
}
