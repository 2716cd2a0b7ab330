package net.aurpay.webhook.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import net.aurpay.webhook.Sample;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RepeatedLinesTest {
    private final LoggedLines logged = LoggedLines.of(RepeatedLinesTest.class);
    private Instant now = Sample.NOW;
    private final RepeatedLines lines =
            new RepeatedLines(System.getLogger(RepeatedLinesTest.class.getName()), () -> now);

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void logsThreeHundredRepetitionsAsOneLineAndTheirNumberAnHourLater() {
        IntStream.range(0, 300).forEach(i -> log("A"));
        assertThat(logged.lines()).containsExactly("text of A");

        now = now.plusSeconds(3599);
        log("A");
        assertThat(logged.lines()).hasSize(1);

        now = now.plusSeconds(1);
        log("A");
        assertThat(logged.lines()).containsExactly("text of A", "text of A (and 300 that were not logged)");
    }

    @Test
    void logsEachCauseSeparately() {
        log("A");
        log("B");
        log("A");

        assertThat(logged.lines()).containsExactly("text of A", "text of B");
    }

    @Test
    void remembersAFixedNumberOfCausesAndLogsOneLineForAllOthers() {
        IntStream.range(0, RepeatedLines.MAX + 50).forEach(i -> log("A" + i));
        assertThat(logged.lines()).hasSize(RepeatedLines.MAX + 1);

        now = now.plusSeconds(3600);
        log("B");
        assertThat(logged.lines()).hasSize(RepeatedLines.MAX + 2).last().isEqualTo("text of B");
    }

    @Test
    void forgetsNoCauseYoungerThanAnHour() {
        log("A");
        now = now.plusSeconds(1800);
        IntStream.range(1, RepeatedLines.MAX).forEach(i -> log("B" + i));
        now = now.plusSeconds(1800);
        int before = logged.lines().size();

        log("C");
        log("B1");

        assertThat(logged.lines()).hasSize(before + 1).last().isEqualTo("text of C");
    }

    @Test
    void logsOneLineForManyRepetitionsAtOnce() {
        IntStream.range(0, 10_000).parallel().forEach(i -> log("A"));

        assertThat(logged.lines()).hasSize(1);
    }

    @Test
    void logsAgainWhenTheClockIsSetBack() {
        log("A");
        now = now.minusSeconds(7200);
        log("A");

        assertThat(logged.lines()).hasSize(2);
    }

    private void log(String cause) {
        lines.log(System.Logger.Level.WARNING, cause, "text of " + cause, null);
    }
}
