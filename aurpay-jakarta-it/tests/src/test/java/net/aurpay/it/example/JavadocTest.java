package net.aurpay.it.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the Javadoc of each package shows, character by character, code that is compiled. */
class JavadocTest {
    private static final Path COMPILED = Path.of("src/test/java/net/aurpay/it/example");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>(?:\\{@code)?\n(.*?)(?:\\})?</pre>", Pattern.DOTALL);

    @ParameterizedTest
    @CsvSource({
        "aurpay-jakarta-client/src/main/java/net/aurpay/client, ClientExample.java",
        "aurpay-jakarta-webhook/src/main/java/net/aurpay/webhook, WebhookExample.java",
        "aurpay-jakarta-webhook/src/main/java/net/aurpay/webhook/testing, TestingExample.java"
    })
    void packageShowsCompiledCode(String folder, String file) throws IOException {
        String comment = Files.readString(Path.of("../..").resolve(folder).resolve("package-info.java"))
                .replaceAll("(?m)^ \\* ?", "");

        Matcher example = EXAMPLE.matcher(comment);

        assertThat(example.find()).isTrue();
        assertThat(Files.readString(COMPILED.resolve(file)).replaceAll("(?m)^ +", ""))
                .contains(unescaped(example.group(1)).replaceAll("(?m)^ +", ""));
    }

    private static String unescaped(String html) {
        return html.replace("{@literal @}", "@").replace("&lt;", "<").replace("&gt;", ">");
    }
}
