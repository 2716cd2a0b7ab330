package net.aurpay.webhook.endpoint;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.aurpay.webhook.inbox.DuplicateException;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.InboxStatus;

/** A table that several servers share, and that counts how often it is looked into. */
final class SharedRows extends FakeTableInbox {
    final AtomicInteger lookUps = new AtomicInteger();
    volatile boolean insertFindsDuplicates = true;

    /** Whether another server has processed every callback. */
    volatile boolean areAllThere;

    private final Set<String> keys = ConcurrentHashMap.newKeySet();

    @Override
    public InboxStatus status(InboxEntry entry) {
        lookUps.incrementAndGet();
        return areAllThere || keys.contains(entry.key()) ? InboxStatus.PROCESSED : InboxStatus.NEW;
    }

    @Override
    public boolean insertFindsDuplicates() {
        return insertFindsDuplicates;
    }

    @Override
    public void insert(InboxEntry entry) throws DuplicateException {
        if (areAllThere || !keys.add(entry.key())) {
            throw new DuplicateException(null);
        }
    }

    @Override
    public void afterCompletion(InboxEntry entry, boolean committed) {
        if (!committed) {
            keys.remove(entry.key());
        }
    }
}
