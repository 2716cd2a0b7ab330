package net.aurpay.webhook.inbox;

import static net.aurpay.webhook.inbox.EventKind.SUCCEEDED;
import static net.aurpay.webhook.inbox.EventKind.TIMED_OUT;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.aurpay.webhook.Sample;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InboxStatusTest {
    /** The committed callback, then the new one, which has another URL. */
    @ParameterizedTest
    @CsvSource({
        "SUCCEEDED, p1, o1, SUCCEEDED, p1, o1, PROCESSED",
        "SUCCEEDED, p1, o1, TIMED_OUT, p1, o1, SUPERSEDED",
        "SUCCEEDED, p1, , TIMED_OUT, p1, , SUPERSEDED",
        "SUCCEEDED, p1, o1, UNDERPAID, p1, o1, SUPERSEDED",
        "SUCCEEDED, p1, o1, REFUNDED, p1, o1, NEW",
        "UNDERPAID, p1, o1, SUCCEEDED, p1, o1, NEW",
        "UNDERPAID, p1, o1, SUCCEEDED, p2, o1, ORDER_ALREADY_USED",
        "TIMED_OUT, p1, o1, SUCCEEDED, p1, o1, NEW",
        "SUCCEEDED, p1, o1, SUCCEEDED, p2, o1, ORDER_ALREADY_USED",
        "SUCCEEDED, p1, o1, TIMED_OUT, p2, o1, ORDER_ALREADY_USED",
        "TIMED_OUT, p1, o1, SUCCEEDED, p2, o1, ORDER_ALREADY_USED",
        "SUCCEEDED, p1, o1, SUCCEEDED, , o1, ORDER_ALREADY_USED",
        "SUCCEEDED, p1, o1, TIMED_OUT, , o1, NEW",
        "TIMED_OUT, , o1, SUCCEEDED, p1, o1, NEW",
        "TIMED_OUT, , o1, SUCCEEDED, , o1, NEW",
        "SUCCEEDED, p1, o1, SUCCEEDED, p2, o2, NEW",
        "SUCCEEDED, p1, , SUCCEEDED, p2, , NEW",
        "SUCCEEDED, , , SUCCEEDED, , , NEW"
    })
    void comparesPaymentAndOrder(
            EventKind kind,
            @Nullable String payment,
            @Nullable String order,
            EventKind newKind,
            @Nullable String newPayment,
            @Nullable String newOrder,
            InboxStatus status) {
        InboxEntry committed = entry("1", kind, payment, order);

        assertThat(InboxStatus.of(entry("2", newKind, newPayment, newOrder), List.of(committed)))
                .isEqualTo(status);
    }

    @Test
    void knowsACallbackByItsKey() {
        assertThat(InboxStatus.of(entry("1", SUCCEEDED, null, null), List.of(entry("1", SUCCEEDED, null, null))))
                .isEqualTo(InboxStatus.PROCESSED);
        assertThat(InboxStatus.of(entry("1", TIMED_OUT, null, null), List.of())).isEqualTo(InboxStatus.NEW);
    }

    private static InboxEntry entry(String key, EventKind kind, @Nullable String payment, @Nullable String order) {
        return new InboxEntry("", key, kind, payment, order, "", Sample.NOW, Sample.NOW);
    }
}
