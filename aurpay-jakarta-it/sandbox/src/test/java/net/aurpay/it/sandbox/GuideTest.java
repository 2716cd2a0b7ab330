package net.aurpay.it.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Sends what docs/sandbox.md says one can send. */
class GuideTest {
    private static final Pattern BUTTON = Pattern.compile("\\| [A-Z][a-z ]+ \\| `([a-z-]+)`(?:; `(\\{.*?})`)?");
    private static final Pattern ROW = Pattern.compile("\\| `(/sandbox/[^`]+)` \\|(?: `(\\{[^`]*})`)?");
    private static final Pattern REQUEST = Pattern.compile("`POST (/sandbox/[^`{]+)` with\\s+`(\\{[^`]*})`");
    private static final Pattern LOOK = Pattern.compile("`GET (/sandbox/[^`]+)`");

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.defaults().account("north", Keys.random("mct-north")));
    private final Merchant merchant = new Merchant(sandbox);
    private final String orderId = merchant.order(Merchant.NOWHERE);

    @AfterEach
    void stop() {
        sandbox.close();
    }

    @Test
    void everyButtonExists() throws Exception {
        List<MatchResult> buttons = found(BUTTON);
        assertThat(buttons).hasSize(10);
        for (MatchResult button : buttons) {
            String body = button.group(2) == null ? "" : button.group(2);
            // 400 in the body if the order has another status
            assertThat(merchant.press(orderId, button.group(1), body).statusCode())
                    .as(button.group())
                    .isEqualTo(200);
        }
    }

    @Test
    void balanceOfAnAccountIsTheOneItStartsWith() throws IOException {
        assertThat(Files.readString(Path.of("../docs/sandbox.md")))
                .contains("Lightning balance, which is " + Ledger.LIGHTNING_START + " BTC");
    }

    @Test
    void everyRequestIsUnderstood() throws Exception {
        List<MatchResult> rows = found(ROW);
        assertThat(rows).hasSize(4);
        for (MatchResult row : rows) {
            post(row);
        }
        List<MatchResult> requests = found(REQUEST);
        assertThat(requests).hasSize(3);
        for (MatchResult request : requests) {
            post(request);
        }
        assertThat(sandbox.clock().ahead()).isPositive();
        assertThat(sandbox.refunds().delay()).isPositive();
        assertThat(new Merchant(sandbox, sandbox.account("north").keys()).order(Merchant.NOWHERE))
                .isEqualTo("20300101120000000001");
        List<MatchResult> looks = found(LOOK);
        assertThat(looks).hasSize(4);
        for (MatchResult look : looks) {
            assertThat(merchant.get(look.group(1)).statusCode())
                    .as(look.group())
                    .isEqualTo(200);
        }
    }

    private void post(MatchResult request) {
        String body = request.group(2) == null ? "" : request.group(2);
        assertThat(merchant.post(request.group(1).replace("{id}", orderId), body)
                        .statusCode())
                .as(request.group())
                .isEqualTo(200);
    }

    private static List<MatchResult> found(Pattern pattern) throws IOException {
        return pattern.matcher(Files.readString(Path.of("../docs/sandbox.md")))
                .results()
                .toList();
    }
}
