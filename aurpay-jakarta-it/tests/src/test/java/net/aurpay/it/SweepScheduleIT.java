package net.aurpay.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Checks that the schedule of the sweeps ends with the application. Open Liberty would end it even if we did not. */
@Tag("guide")
@Tag("wildfly")
@ExtendWith(Shared.class)
class SweepScheduleIT {
    private static final String WITNESS = "net.aurpay.webhook.endpoint.SweepTask";
    private static final int TIMES = 3;

    /** A server keeps the last application in its own caches. A leak would keep all of them. */
    private static final int KEPT_BY_THE_SERVER = 1;

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final GuidedShop guided;

    SweepScheduleIT(GuidedShop guided) {
        this.guided = guided;
    }

    @Test
    void redeployedApplicationSweepsAgainAndUndeployedOneNoMore() throws Exception {
        Path war = guided.failing();
        sweepAndUndeploy(war);
        sweepAndUndeploy(war);
        // One sweep may have been under way.
        Thread.sleep(2_000);
        long sweeps = sweeps();

        Thread.sleep(3_000);

        assertThat(sweeps()).isEqualTo(sweeps);
    }

    /** The evidence is the class loader, which the schedule would hold. */
    @Test
    @Tag("soak")
    void undeployedApplicationIsForgotten() throws Exception {
        Path war = guided.failing();
        ServerProcess process = guided.server().process();
        long limit = process.copiesOf(WITNESS) + KEPT_BY_THE_SERVER;
        for (int i = 0; i < TIMES; i++) {
            sweepAndUndeploy(war);
        }
        Instant end = Instant.now().plus(PATIENCE);
        long copies = process.copiesOf(WITNESS);
        while (copies > limit && Instant.now().isBefore(end)) {
            Thread.sleep(2_000);
            copies = process.copiesOf(WITNESS);
        }

        assertThat(copies).isLessThanOrEqualTo(limit);
    }

    private void sweepAndUndeploy(Path war) throws Exception {
        long before = sweeps();
        guided.server().add(war);
        ShopProbe.await("two sweeps", () -> sweeps() >= before + 2);
        guided.server().remove(war);
    }

    private long sweeps() {
        try {
            return guided.log()
                    .lines()
                    .filter(line -> line.contains("the sweep of open payments has failed"))
                    .count();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
