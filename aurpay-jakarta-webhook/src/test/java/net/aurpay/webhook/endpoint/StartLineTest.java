package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StartLineTest {
    private static final String AT =
            "aurpay-jakarta-webhook 1: callbacks at [https://shop.example.com/shop/aurpay/callbacks]";
    private static final String OWN = " (this application: /shop/aurpay/callbacks)";

    private final LoggedLines log = LoggedLines.of(StartLine.class);

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void showsBothPathsWithoutAWarningIfTheyMatch() {
        StartLine line = line("https://shop.example.com/shop/aurpay/callbacks");

        line.taken(List.of("/shop/aurpay/callbacks"));

        assertThat(log.lines()).containsExactly(AT + OWN + ", required [TOKEN]");
    }

    @Test
    void urlWithThePrefixOfAProxyMatches() {
        StartLine line = line("https://example.com/branch%20one/my%20shop/aurpay/callbacks");

        line.taken(List.of("/my shop/aurpay/callbacks"));

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void warnsAboutEachUrlWithAnotherEnd() {
        StartLine line = line(
                "https://shop.example.com/shop/aurpay/callbacks",
                "https://shop.example.com/store/aurpay/callbacks",
                "https://shop.example.com");

        line.taken(List.of("/shop/aurpay/callbacks"));

        assertThat(log.lines())
                .hasSize(3)
                .anyMatch(said -> said.startsWith(
                        "aurpay.webhook.url <https://shop.example.com/store/aurpay/callbacks> does not end in"
                                + " </shop/aurpay/callbacks>"))
                .anyMatch(said -> said.startsWith("aurpay.webhook.url <https://shop.example.com> does not end in"));
    }

    @Test
    void logsAnEqualLineOnce() {
        StartLine line = line("https://shop.example.com/shop/aurpay/callbacks");

        line.taken(List.of("/shop/aurpay/callbacks"));
        line.taken(List.of("/shop/aurpay/callbacks"));
        line.taken(List.of());

        assertThat(log.lines()).hasSize(1);
    }

    @Test
    void showsOnlyTheUrlIfTheServerHidesThePath() {
        StartLine line = line("https://shop.example.com/shop/aurpay/callbacks");

        line.taken(List.of());

        assertThat(log.lines()).containsExactly(AT + ", required [TOKEN]");
    }

    @Test
    void saysWhatToDoWhileNoWebModuleReceivesCallbacks() {
        line("https://shop.example.com/shop/aurpay/callbacks").waiting();

        assertThat(log.lines())
                .singleElement()
                .asString()
                .contains("extend net.aurpay.webhook.endpoint.CallbackApplication", "restfulWS")
                .doesNotContain("callbacks at [");
    }

    private static StartLine line(String... urls) {
        return new StartLine(List.of(urls), "1", "required [TOKEN]");
    }
}
