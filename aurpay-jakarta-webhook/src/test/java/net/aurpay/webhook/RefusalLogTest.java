package net.aurpay.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RefusalLogTest {
    private Instant now = Sample.NOW;
    private final RefusalLog log = new RefusalLog(() -> now);

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
}
