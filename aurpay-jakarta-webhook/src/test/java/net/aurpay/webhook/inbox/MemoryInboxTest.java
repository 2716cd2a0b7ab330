package net.aurpay.webhook.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import net.aurpay.webhook.Sample;
import net.aurpay.webhook.endpoint.LoggedLines;
import org.junit.jupiter.api.Test;

class MemoryInboxTest {
    private static final Duration MAX_AGE = Duration.ofDays(1);
    private static final Duration LATER = MAX_AGE.plusMinutes(2);

    private Instant now = Sample.NOW;
    private final MemoryInbox inbox = inbox(2);

    @Test
    void isFullIfEveryEntryCouldStillBeReplayed() throws Exception {
        commit(entry("1"));
        commit(entry("2"));

        assertThatThrownBy(() -> inbox.insert(entry("3")))
                .isInstanceOf(RetryLaterException.class)
                .hasMessageContaining("aurpay.webhook.inbox-size")
                .hasMessageContaining("aurpay.webhook.datasource");
        assertThat(inbox.status(entry("1"))).isEqualTo(InboxStatus.PROCESSED);
        assertThat(inbox.status(entry("3"))).isEqualTo(InboxStatus.NEW);
    }

    @Test
    void forgetsStaleEntriesWhenItNeedsSpace() throws Exception {
        commit(entry("1"));
        now = now.plusSeconds(1);
        commit(entry("2"));
        now = Sample.NOW.plus(LATER);
        assertThat(inbox.status(entry("1"))).isEqualTo(InboxStatus.PROCESSED);

        commit(entry("3"));
        assertThat(inbox.sizeInMemory().orElseThrow()).isLessThanOrEqualTo(2);
        assertThat(inbox.status(entry("3"))).isEqualTo(InboxStatus.PROCESSED);
    }

    /** A copy of the second delivery could be replayed for longer than a copy of the first. */
    @Test
    void remembersAsLongAsTheLatestDeliveryCouldBeReplayed() throws Exception {
        InboxEntry first = entry("1");
        commit(first);
        commit(entry("2"));
        assertThat(inbox.status(first.withDate(now.plus(LATER)))).isEqualTo(InboxStatus.PROCESSED);

        now = now.plus(LATER);
        commit(entry("3"));
        assertThat(inbox.status(first)).isEqualTo(InboxStatus.PROCESSED);
        assertThat(inbox.status(entry("2").withDate(Sample.NOW))).isEqualTo(InboxStatus.NEW);
    }

    /** The inbox looks at the oldest delivery first, and stops at a callback that is not stale yet. */
    @Test
    void forgetsBothOnceACallbackThatWasDatedAheadIsStale() throws Exception {
        commit(entry("1").withDate(now.plusSeconds(300)));
        commit(entry("2"));
        now = now.plus(LATER);
        assertThatThrownBy(() -> inbox.insert(entry("3"))).isInstanceOf(RetryLaterException.class);

        now = now.plusSeconds(300);
        commit(entry("3"));
        commit(entry("4"));
    }

    @Test
    void remembersTheOrderAsLongAsARejectedCallbackCouldBeReplayed() throws Exception {
        commit(entry("1"));
        InboxEntry other = new InboxEntry("", "y", EventKind.SUCCEEDED, "payment9", "order1", "", now.plus(LATER), now);
        assertThat(inbox.status(other)).isEqualTo(InboxStatus.ORDER_ALREADY_USED);

        now = now.plus(LATER);
        commit(entry("2"));
        assertThatThrownBy(() -> inbox.insert(entry("3"))).isInstanceOf(RetryLaterException.class);
        assertThat(inbox.status(other)).isEqualTo(InboxStatus.ORDER_ALREADY_USED);
    }

    @Test
    void forgetsPaymentAndOrderAlongWithTheirCallback() throws Exception {
        commit(entry("1"));
        InboxEntry timeOut = new InboxEntry("", "x", EventKind.TIMED_OUT, "payment1", null, "", now, now);
        InboxEntry other = new InboxEntry("", "y", EventKind.SUCCEEDED, "payment9", "order1", "", now, now);
        assertThat(inbox.status(timeOut)).isEqualTo(InboxStatus.SUPERSEDED);
        assertThat(inbox.status(other)).isEqualTo(InboxStatus.ORDER_ALREADY_USED);

        commit(entry("2"));
        now = now.plus(LATER);
        commit(entry("3"));
        commit(entry("4"));
        assertThat(inbox.status(timeOut)).isEqualTo(InboxStatus.NEW);
        assertThat(inbox.status(other)).isEqualTo(InboxStatus.NEW);
    }

    @Test
    void neverForgetsACallbackInProgress() throws Exception {
        InboxEntry first = entry("1");
        inbox.insert(first);
        for (int i = 2; i < 10; i++) {
            now = now.plus(LATER);
            commit(entry(Integer.toString(i)));
        }
        assertThat(inbox.status(first)).isEqualTo(InboxStatus.IN_PROGRESS);

        inbox.afterCompletion(first, true);
        assertThat(inbox.status(first)).isEqualTo(InboxStatus.PROCESSED);
    }

    @Test
    void forgetsACallbackThatWasRolledBack() throws Exception {
        inbox.insert(entry("1"));
        inbox.afterCompletion(entry("1"), false);
        assertThat(inbox.status(entry("1"))).isEqualTo(InboxStatus.NEW);
        assertThat(inbox.sizeInMemory()).hasValue(0);
    }

    @Test
    void acceptsOneOfTwoDeliveriesAtOnce() throws Exception {
        inbox.insert(entry("1"));
        assertThatThrownBy(() -> inbox.insert(entry("1"))).isInstanceOf(DuplicateException.class);
        assertThat(inbox.status(entry("1"))).isEqualTo(InboxStatus.IN_PROGRESS);
    }

    @Test
    void acceptsOneOfTwoPaymentsOfTheSameOrderAtOnce() throws Exception {
        inbox.insert(entry("1"));
        InboxEntry other = new InboxEntry("", "y", EventKind.SUCCEEDED, "payment9", "order1", "", now, now);
        assertThat(inbox.status(other)).isEqualTo(InboxStatus.IN_PROGRESS);
        assertThatThrownBy(() -> inbox.insert(other)).isInstanceOf(DuplicateException.class);
    }

    @Test
    void warnsOnceWhenItIsNearlyFull() throws Exception {
        MemoryInbox ten = inbox(10);
        try (LoggedLines log = LoggedLines.of(MemoryInbox.class)) {
            fill(ten, 0, 10);
            assertThat(log.lines()).singleElement().asString().contains("8 of 10");
        }
    }

    @Test
    void warnsAgainOnlyAfterItWasHalfEmpty() throws Exception {
        MemoryInbox ten = inbox(10);
        try (LoggedLines log = LoggedLines.of(MemoryInbox.class)) {
            fill(ten, 0, 2);
            now = Sample.NOW.plus(Duration.ofMinutes(10));
            fill(ten, 2, 8);
            now = Sample.NOW.plus(LATER);
            fill(ten, 8, 10);
            assertThat(ten.sizeInMemory()).as("two were forgotten").hasValue(8);
            assertThat(log.lines()).hasSize(1);

            now = now.plus(LATER);
            fill(ten, 10, 17);
            assertThat(ten.sizeInMemory()).as("all the others were forgotten").hasValue(7);
            fill(ten, 17, 18);
            assertThat(log.lines()).hasSize(2);
        }
    }

    @Test
    void needsRoomForOneCallback() throws Exception {
        assertThatThrownBy(() -> inbox(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("aurpay.webhook.inbox-size");
        inbox(1).insert(entry("1"));
    }

    @Test
    void forgetsNothingBeforeItIsNearlyFull() throws Exception {
        MemoryInbox ten = inbox(10);
        for (int i = 0; i < 8; i++) {
            now = i < 7 ? Sample.NOW : Sample.NOW.plus(LATER);
            ten.insert(entry(Integer.toString(i)));
            ten.afterCompletion(entry(Integer.toString(i)), true);
        }
        assertThat(ten.sizeInMemory()).hasValue(8);

        ten.insert(entry("8"));

        assertThat(ten.sizeInMemory()).as("one remembered, one in progress").hasValue(2);
    }

    @Test
    void remembersNoShorterBecauseOfAnOlderDelivery() throws Exception {
        now = Sample.NOW.plus(LATER);
        InboxEntry first = entry("1");
        commit(first);
        assertThat(inbox.status(first.withDate(Sample.NOW))).isEqualTo(InboxStatus.PROCESSED);
        commit(entry("2"));

        assertThatThrownBy(() -> inbox.insert(entry("3"))).isInstanceOf(RetryLaterException.class);
    }

    @Test
    void forgetsACallbackOnceItsLatestDeliveryIsStale() throws Exception {
        InboxEntry first = entry("1");
        commit(first);
        assertThat(inbox.status(first.withDate(now.plus(LATER)))).isEqualTo(InboxStatus.PROCESSED);

        now = now.plus(LATER).plus(LATER);
        commit(entry("2"));
        commit(entry("3"));
        assertThat(inbox.status(first)).isEqualTo(InboxStatus.NEW);
    }

    @Test
    void remembersAPaymentUntilItsLastCallbackIsForgotten() throws Exception {
        commit(new InboxEntry("", "x", EventKind.TIMED_OUT, "payment1", null, "", now, now));
        now = now.plusSeconds(90);
        commit(entry("1"));
        now = Sample.NOW.plus(LATER);
        commit(entry("2"));
        assertThat(inbox.sizeInMemory()).as("the time-out is forgotten").hasValue(2);

        InboxEntry timeOut = new InboxEntry("", "y", EventKind.TIMED_OUT, "payment1", null, "", now, now);
        assertThat(inbox.status(timeOut)).isEqualTo(InboxStatus.SUPERSEDED);
    }

    @Test
    void acceptsOneOfTwoDeliveriesAtOnceWithoutPaymentAndOrder() throws Exception {
        InboxEntry anonymous = new InboxEntry("", "x", EventKind.SUCCEEDED, null, null, "", now, now);
        inbox.insert(anonymous);
        assertThat(inbox.status(anonymous)).isEqualTo(InboxStatus.IN_PROGRESS);
    }

    @Test
    void knowsNothingOfAnUnknownCommit() {
        assertThat(inbox.survivesUnknownCommit()).isFalse();
        assertThat(inbox).hasToString("memory for 2 callbacks");
    }

    private MemoryInbox inbox(int size) {
        return new MemoryInbox(new InboxConfig(Optional.empty(), "", size, MAX_AGE, Optional.empty()), () -> now);
    }

    private void fill(MemoryInbox filled, int from, int to) throws Exception {
        for (int i = from; i < to; i++) {
            filled.insert(entry(Integer.toString(i)));
            filled.afterCompletion(entry(Integer.toString(i)), true);
        }
    }

    private void commit(InboxEntry entry) throws Exception {
        inbox.insert(entry);
        inbox.afterCompletion(entry, true);
    }

    private InboxEntry entry(String name) {
        return new InboxEntry("", name, EventKind.SUCCEEDED, "payment" + name, "order" + name, "", now, now);
    }
}
