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
        String page = Files.readString(Path.of("../docs/performance.md"));
        List<String> measured = new ArrayList<>();
        Matcher row = MEASURED.matcher(page);

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
                        "… the thread's processor time",
                        "… the same call",
                        "receive callbacks",
                        "… 99th percentile",
                        "… inbox on PostgreSQL",
                        "… 99th percentile");
    }

    @Test
    void javaExampleInTheReadmeIsCompiledAndShort() throws IOException {
        List<String> example = code("java", Files.readString(Path.of("../../README.md")));

        assertThat(example).hasSizeBetween(10, 14);
        assertThat(Files.readAllLines(Path.of("src/main/java/net/aurpay/it/shop/Checkout.java")))
                .containsSubsequence(example);
    }

    @Test
    void configurationInTheReadmeIsFiveKeys() throws IOException {
        assertThat(code("properties", Files.readString(Path.of("../../README.md"))))
                .hasSize(5);
    }

    /** The lines that somebody adds to an application so that it loses no payment. */
    @Test
    void productionIsShort() throws IOException {
        String page = Files.readString(Path.of("../docs/no-callback.md"));
        String section = page.split("\n## The least that you need\n", 2)[1].split("\n## ", 2)[0];

        assertThat(code("(?:java|properties)", section)).isNotEmpty().hasSizeLessThan(15);
    }

    /** Returns the lines of all examples in the language, without empty lines. */
    private static List<String> code(String language, String page) {
        return Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(page)
                .results()
                .flatMap(each -> each.group(1).lines())
                .filter(line -> !line.isBlank())
                .toList();
    }
}
