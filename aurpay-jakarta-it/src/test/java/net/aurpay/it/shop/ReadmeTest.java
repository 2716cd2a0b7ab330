package net.aurpay.it.shop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void readmeShowsCodeThatIsCompiled() throws IOException {
        String readme = Files.readString(Path.of("../README.md"));
        List<String> compiled = Files.readAllLines(Path.of("src/main/java/net/aurpay/it/shop/Checkout.java"));

        Matcher example = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL).matcher(readme);

        assertThat(example.find()).isTrue();
        assertThat(compiled).containsSubsequence(example.group(1).split("\n"));
        assertThat(example.find()).as("another example, compiled nowhere").isFalse();
    }
}
