package net.aurpay.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class MemoryInboxTest {
    private final MemoryInbox inbox = new MemoryInbox(2);

    @Test
    void forgetsOldestFirst() throws DuplicateException {
        commit(entry("1"));
        commit(entry("2"));
        commit(entry("3"));

        assertThat(inbox.standing(entry("1"))).isEqualTo(Standing.NEW);
        assertThat(inbox.standing(entry("2"))).isEqualTo(Standing.DONE);
        assertThat(inbox.standing(entry("3"))).isEqualTo(Standing.DONE);
    }

    @Test
    void forgetsPaymentAndOrderAlongWithTheirCallback() throws DuplicateException {
        commit(entry("1"));
        InboxEntry timeOut = new InboxEntry("x", CallbackKind.TIMED_OUT, "payment1", null, "", Sample.NOW);
        InboxEntry other = new InboxEntry("y", CallbackKind.SUCCEEDED, "payment9", "order1", "", Sample.NOW);
        assertThat(inbox.standing(timeOut)).isEqualTo(Standing.AFTER_SUCCESS);
        assertThat(inbox.standing(other)).isEqualTo(Standing.ORDER_TAKEN);

        commit(entry("2"));
        commit(entry("3"));
        assertThat(inbox.standing(timeOut)).isEqualTo(Standing.NEW);
        assertThat(inbox.standing(other)).isEqualTo(Standing.NEW);
    }

    @Test
    void neverForgetsWhatIsInFlight() throws DuplicateException {
        inbox.insert(entry("1"));
        for (int i = 2; i < 10; i++) {
            commit(entry(Integer.toString(i)));
        }
        assertThat(inbox.standing(entry("1"))).isEqualTo(Standing.IN_FLIGHT);

        inbox.settle(entry("1"), true);
        assertThat(inbox.standing(entry("1"))).isEqualTo(Standing.DONE);
    }

    @Test
    void forgetsWhatWasRolledBack() throws DuplicateException {
        inbox.insert(entry("1"));
        inbox.settle(entry("1"), false);
        assertThat(inbox.standing(entry("1"))).isEqualTo(Standing.NEW);
    }

    @Test
    void takesOneOfTwoAtOnce() throws DuplicateException {
        inbox.insert(entry("1"));
        assertThatThrownBy(() -> inbox.insert(entry("1"))).isInstanceOf(DuplicateException.class);
        assertThat(inbox.standing(entry("1"))).isEqualTo(Standing.IN_FLIGHT);
    }

    @Test
    void takesOneOfTwoPaymentsThatNameOneOrderAtOnce() throws DuplicateException {
        inbox.insert(entry("1"));
        InboxEntry other = new InboxEntry("y", CallbackKind.SUCCEEDED, "payment9", "order1", "", Sample.NOW);
        assertThat(inbox.standing(other)).isEqualTo(Standing.IN_FLIGHT);
        assertThatThrownBy(() -> inbox.insert(other)).isInstanceOf(DuplicateException.class);
    }

    private void commit(InboxEntry entry) throws DuplicateException {
        inbox.insert(entry);
        inbox.settle(entry, true);
    }

    private static InboxEntry entry(String name) {
        return new InboxEntry(name, CallbackKind.SUCCEEDED, "payment" + name, "order" + name, "", Sample.NOW);
    }
}
