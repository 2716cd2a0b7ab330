package net.aurpay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RefusalLogTest {
    private final LoggedLines logged = LoggedLines.of(RefusalLog.class);
    private Instant now = Sample.NOW;
    private final RefusalLog log = new RefusalLog(() -> now);

    @AfterEach
    void close() {
        logged.close();
    }

    @Test
    void logsOnceAMinuteForEachReason() {
        assertThat(log.refused(RefusalReason.TOKEN_WRONG)).isTrue();
        assertThat(log.refused(RefusalReason.TOKEN_WRONG)).isFalse();
        assertThat(log.refused(RefusalReason.SIGNATURE_WRONG)).isTrue();

        now = now.plusSeconds(59);
        assertThat(log.refused(RefusalReason.TOKEN_WRONG)).isFalse();
        now = now.plusSeconds(1);
        assertThat(log.refused(RefusalReason.TOKEN_WRONG)).isTrue();
    }

    @Test
    void saysHowManyThereWere() {
        IntStream.range(0, 4).forEach(i -> log.refused(RefusalReason.TOKEN_WRONG));
        now = now.plusSeconds(60);
        log.refused(RefusalReason.TOKEN_WRONG);

        assertThat(logged.lines())
                .containsExactly(
                        "refused 1 callback(s), not authentic: TOKEN_WRONG",
                        "refused 4 callback(s), not authentic: TOKEN_WRONG");
    }

    @Test
    void logsOneLineOfManyThatComeAtOnce() {
        IntStream.range(0, 10_000).parallel().forEach(i -> log.refused(RefusalReason.HEADER_MALFORMED));

        assertThat(logged.lines()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void hintsAtTheDashboardWhereAHeaderIsMissing(RefusalReason reason) {
        log.refused(reason);

        boolean missing = reason.name().matches("(TOKEN|API_KEY|SIGNATURE|DATE)_MISSING");
        assertThat(logged.lines().get(0).contains("callback authentication may be off"))
                .isEqualTo(missing);
    }

    /** Or it would be silent until it is later than it ever was. */
    @Test
    void logsAgainWhenTheClockIsSetBack() {
        log.refused(RefusalReason.TOKEN_WRONG);
        now = now.minusSeconds(3600);
        assertThat(log.refused(RefusalReason.TOKEN_WRONG)).isTrue();
    }
}
