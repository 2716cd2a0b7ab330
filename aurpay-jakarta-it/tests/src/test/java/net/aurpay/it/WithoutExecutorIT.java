package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks what the log says if the server is to sweep, but has no executor for it. */
@Tag("liberty")
@ExtendWith(Shared.class)
class WithoutExecutorIT {
    private final TableServer server;

    WithoutExecutorIT(TableServer server) {
        this.server = server;
    }

    @Test
    void logSaysOnceWhatToDo() throws Exception {
        List<String> lines = server.log()
                .lines()
                .filter(line -> line.contains("aurpay.payments.sweep-every"))
                .toList();

        assertThat(lines)
                .singleElement()
                .asString()
                .contains("aurpay.payments.sweep-every has no effect, because the server does not provide"
                        + " <java:comp/DefaultManagedScheduledExecutorService> (")
                .contains("on Open Liberty, add the feature concurrent-3.0");
    }
}
