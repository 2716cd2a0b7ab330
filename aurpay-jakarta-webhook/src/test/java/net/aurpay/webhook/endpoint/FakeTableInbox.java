package net.aurpay.webhook.endpoint;

import java.util.OptionalInt;
import net.aurpay.webhook.inbox.Inbox;

/** What all inboxes of these tests have in common: they stand for a table, which is not checked. */
abstract class FakeTableInbox implements Inbox {
    @Override
    public boolean survivesUnknownCommit() {
        return true;
    }

    @Override
    public OptionalInt sizeInMemory() {
        return OptionalInt.empty();
    }

    @Override
    public void check() {
        throw new AssertionError();
    }
}
