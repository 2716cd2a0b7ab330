package net.aurpay.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.verification.VerifiedCallback;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class InboxEntryTest {
    private static final String BARE = "/timed-out?reference=1";
    private static final Instant LATER = Sample.NOW.plusSeconds(1);

    /** A time-out that is sent again with a new date must not be fired again. */
    @Test
    void isIdentifiedByTheUrlAloneIfTheUrlHasAPaymentId() {
        String key = key(Sample.TIMED_OUT, Sample.NOW, null);

        assertThat(key(Sample.TIMED_OUT, LATER, null)).isEqualTo(key);
        assertThat(key(Sample.TIMED_OUT, Sample.NOW, "1")).isEqualTo(key);
        assertThat(key(Sample.PAID, Sample.NOW, null)).isNotEqualTo(key);
    }

    @Test
    void isIdentifiedByUrlAndOrderIfTheOrderIsConfirmed() {
        String key = key(BARE, Sample.NOW, "1");

        assertThat(key(BARE, LATER, "1")).isEqualTo(key);
        assertThat(key(BARE, Sample.NOW, "2")).isNotEqualTo(key);
        assertThat(key(BARE + "0", Sample.NOW, "1")).isNotEqualTo(key);
    }

    @Test
    void isIdentifiedByUrlAndDateOtherwise() {
        String key = key(BARE, Sample.NOW, null);

        assertThat(key(BARE, Sample.NOW, null)).isEqualTo(key).matches("[0-9a-f]{64}");
        assertThat(key(BARE, LATER, null)).isNotEqualTo(key);
        assertThat(key(BARE + "0", Sample.NOW, null)).isNotEqualTo(key);
    }

    @Test
    void distinguishesOrdersByCaseInADatabaseThatDoesNot() {
        assertThat(entry(BARE, Sample.NOW, "aBcD").orderId()).isEqualTo("a^bc^d");
    }

    private static String key(String urlSuffix, Instant date, @Nullable String orderId) {
        return entry(urlSuffix, date, orderId).key();
    }

    private static InboxEntry entry(String urlSuffix, Instant date, @Nullable String orderId) {
        VerifiedCallback callback = new VerifiedCallback(Sample.BASE + urlSuffix, date, true);
        return InboxEntry.of("", EventKind.TIMED_OUT, callback, orderId, Sample.NOW);
    }
}
