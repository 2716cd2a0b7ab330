package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks that the guides show, character by character, files that tests run. */
class GuideTest {
    private static final Path MESSAGING = Path.of("../shop/src/main/java/net/aurpay/it/messaging");

    @Test
    void guideShowsFilesThatTestsRun() throws IOException {
        assertThat(snippets("../docs/cluster-and-database.md"))
                .containsExactly(
                        Files.readString(Path.of("../docs/liberty/database.xml")),
                        Files.readString(Path.of(
                                "../../aurpay-jakarta-webhook/src/main/resources/META-INF/aurpay/aurpay_callback.sql")),
                        Files.readString(Path.of(
                                "../../aurpay-jakarta-webhook/src/main/resources/META-INF/aurpay/aurpay_payment.sql")),
                        Files.readString(Path.of("../docs/delete-old-rows.sql")),
                        fromJavadocOn("OrderForwarder.java"),
                        fromJavadocOn("Fulfilment.java"),
                        Files.readString(Path.of("../docs/liberty/messaging.xml")));
    }

    @Test
    void guideToObservabilityShowsWhatItsTestRuns() throws IOException {
        assertThat(snippets("../docs/observability.md"))
                .containsExactly(
                        Files.readString(Path.of("../docs/liberty/observability.xml")),
                        Files.readString(Path.of("../docs/observability.properties")));
    }

    private static List<String> snippets(String file) throws IOException {
        Matcher snippet =
                Pattern.compile("```[a-z]+\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(Path.of(file)));
        List<String> shown = new ArrayList<>();
        while (snippet.find()) {
            shown.add(snippet.group(1));
        }
        return shown;
    }

    private static String fromJavadocOn(String file) throws IOException {
        String source = Files.readString(MESSAGING.resolve(file));
        return source.substring(source.indexOf("/** "));
    }
}
