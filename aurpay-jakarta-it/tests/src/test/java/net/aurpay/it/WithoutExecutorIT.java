package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks what the log says if the server is to sweep and to probe, but has no executor for it. */
@Tag("liberty")
@ExtendWith(Shared.class)
class WithoutExecutorIT {
    private final TableServer server;

    WithoutExecutorIT(TableServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @CsvSource({
        "aurpay.payments.sweep-every, call Payments.sweep from a method with @Schedule",
        "aurpay.webhook.probe, call WebhookProbe.probe"
    })
    void logSaysOnceWhatToDo(String key, String remedy) throws Exception {
        List<String> lines =
                server.log().lines().filter(line -> line.contains(key)).toList();

        assertThat(lines)
                .singleElement()
                .asString()
                .contains(key + " has no effect, because the server does not provide"
                        + " <java:comp/DefaultManagedScheduledExecutorService> (")
                .contains("on Open Liberty, add the feature concurrent-3.0", remedy);
    }
}
