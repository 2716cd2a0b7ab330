package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.control.RequestContextController;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import net.aurpay.webhook.SweepReport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SweepTaskTest {
    private final LoggedLines log = LoggedLines.of(SweepTask.class);
    private final Scope scope = new Scope();
    private final List<Integer> sweeps = new ArrayList<>();

    @AfterEach
    void close() {
        log.close();
    }

    @Test
    void saysNothingIfNothingWasFound() {
        task(() -> report(0, 0)).run();

        assertThat(sweeps).containsExactly(SweepTask.AT_MOST);
        assertThat(log.lines()).isEmpty();
    }

    @Test
    void saysInOneLineWhatWasFound() {
        task(() -> report(2, 1)).run();

        assertThat(log.lines())
                .containsExactly("the sweep looked up 7 open payments: 2 paid, 0 underpaid, 0 timed out, 0 refunded,"
                        + " 1 failed");
    }

    @Test
    void failureIsLoggedAndDoesNotReachTheExecutor() {
        task(() -> {
                    throw new IllegalStateException("no database");
                })
                .run();
        task(() -> {
                    throw new NoClassDefFoundError("com/example/Gone");
                })
                .run();

        assertThat(log.lines())
                .containsExactly(
                        "the sweep of open payments has failed: IllegalStateException: no database",
                        "the sweep of open payments has failed: NoClassDefFoundError: com/example/Gone");
        assertThat(scope.active).isFalse();
    }

    @Test
    void observersHaveARequestScope() {
        task(() -> {
                    assertThat(scope.active).isTrue();
                    return report(1, 0);
                })
                .run();

        assertThat(log.lines()).singleElement().asString().contains("1 paid");
        assertThat(scope.active).isFalse();
    }

    @Test
    void leavesAScopeThatTheServerHasActivated() {
        scope.active = true;

        task(() -> report(0, 0)).run();

        assertThat(scope.active).isTrue();
    }

    private SweepTask task(Supplier<SweepReport> sweep) {
        return new SweepTask(
                atMost -> {
                    sweeps.add(atMost);
                    return sweep.get();
                },
                scope);
    }

    private static SweepReport report(int paid, int failed) {
        return new SweepReport(7, paid, 0, 0, 0, failed, 1, true, Optional.empty());
    }

    private static final class Scope implements RequestContextController {
        private boolean active;

        @Override
        public boolean activate() {
            boolean activated = !active;
            active = true;
            return activated;
        }

        @Override
        public void deactivate() {
            active = false;
        }
    }
}
