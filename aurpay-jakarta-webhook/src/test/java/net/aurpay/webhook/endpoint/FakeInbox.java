package net.aurpay.webhook.endpoint;

import java.util.ArrayList;
import java.util.List;
import net.aurpay.webhook.inbox.DuplicateException;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.InboxStatus;
import org.jspecify.annotations.Nullable;

/** An inbox that remembers nothing and answers what it was told. */
final class FakeInbox extends FakeTableInbox {
    final List<Boolean> completed = new ArrayList<>();
    InboxStatus beforeInsert = InboxStatus.NEW;
    InboxStatus afterInsert = InboxStatus.NEW;
    boolean failsAsDuplicate;
    boolean survivesUnknownCommit = true;

    @Nullable
    RuntimeException failure;

    private boolean inserted;

    @Override
    public InboxStatus status(InboxEntry entry) {
        if (failure != null) {
            throw failure;
        }
        return inserted ? afterInsert : beforeInsert;
    }

    @Override
    public void insert(InboxEntry entry) throws DuplicateException {
        inserted = true;
        if (failsAsDuplicate) {
            throw new DuplicateException(null);
        }
    }

    @Override
    public void afterCompletion(InboxEntry entry, boolean committed) {
        completed.add(committed);
    }

    @Override
    public boolean survivesUnknownCommit() {
        return survivesUnknownCommit;
    }
}
