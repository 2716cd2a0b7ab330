package net.aurpay.it.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    /** A row: what was measured, against what, the ratio with its median first, the goal, and whether the goal is met. */
    private static final Pattern MEASURED = Pattern.compile(
            "^\\| ([^|]+) \\| [^|]+ \\| ([0-9.]+)[^|]* \\| ([≤≥<]) ([0-9.]+) \\| ([^|]+) \\|$", Pattern.MULTILINE);

    @Test
    void everyPerformanceGoalIsMetOrHasAnExplanation() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        List<String> measured = new ArrayList<>();
        Matcher row = MEASURED.matcher(readme.split("\n## Performance\n", 2)[1]);

        while (row.find()) {
            measured.add(row.group(1).replaceAll(",.*| a .*", ""));
            double ratio = Double.parseDouble(row.group(2));
            double goal = Double.parseDouble(row.group(4));
            boolean met = row.group(3).equals("≥") ? ratio >= goal : ratio <= goal;
            assertThat(row.group(5)).as(row.group()).matches(met ? "met\\b.*" : "not met: .{20,}");
        }

        assertThat(measured)
                .containsExactly(
                        "sign",
                        "… 1",
                        "verify",
                        "verify",
                        "read the page of ten orders",
                        "call `orders()`",
                        "receive callbacks",
                        "… inbox on PostgreSQL");
    }

    @Test
    void javaExampleInTheReadmeIsCompiled() throws IOException {
        String readme = Files.readString(Path.of("../../README.md"));
        List<String> compiled = Files.readAllLines(Path.of("src/main/java/net/aurpay/it/shop/Checkout.java"));

        Matcher example = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);

        assertThat(example.find()).isTrue();
        assertThat(compiled).containsSubsequence(example.group(1).split("\n"));
        assertThat(example.find())
                .as("a second Java example, which is not compiled")
                .isFalse();
    }
}
