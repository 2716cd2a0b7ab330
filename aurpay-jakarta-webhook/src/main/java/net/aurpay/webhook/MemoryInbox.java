package net.aurpay.webhook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Remembers as many callbacks as fit, and forgets the oldest first; after a restart, all. What is in flight is never
 * forgotten: the second delivery must hear 503 until the first has committed.
 */
final class MemoryInbox implements Inbox {
    private final int size;
    private final Map<String, InboxEntry> inFlight = new HashMap<>();
    private final Map<String, InboxEntry> committed = new LinkedHashMap<>();
    private final Map<String, List<InboxEntry>> related = new HashMap<>();

    /** @param size in committed callbacks, > 0 */
    MemoryInbox(int size) {
        if (size <= 0) {
            throw new IllegalArgumentException("aurpay.webhook.inbox-size must be > 0, was <" + size + ">");
        }
        this.size = size;
    }

    @Override
    public synchronized Standing standing(InboxEntry entry) {
        Standing standing = Standing.of(entry, rememberedOf(entry));
        if (standing != Standing.NEW) {
            return standing;
        }
        boolean busy = inFlight.containsKey(entry.key())
                || inFlight.values().stream().anyMatch(other -> other.isOfPayment(entry) || other.isOfOrder(entry));
        return busy ? Standing.IN_FLIGHT : Standing.NEW;
    }

    @Override
    public synchronized void insert(InboxEntry entry) throws DuplicateException {
        if (standing(entry) != Standing.NEW) {
            throw new DuplicateException(null);
        }
        inFlight.put(entry.key(), entry);
    }

    @Override
    public synchronized void settle(InboxEntry entry, boolean isCommitted) {
        inFlight.remove(entry.key());
        if (!isCommitted) {
            return;
        }
        committed.put(entry.key(), entry);
        for (String name : names(entry)) {
            related.computeIfAbsent(name, n -> new ArrayList<>(1)).add(entry);
        }
        if (committed.size() > size) {
            forgetOldest();
        }
    }

    @Override
    public void check() {
        // nothing that could be missing
    }

    private Collection<InboxEntry> rememberedOf(InboxEntry entry) {
        List<InboxEntry> found = new ArrayList<>(2);
        InboxEntry same = committed.get(entry.key());
        if (same != null) {
            found.add(same);
        }
        for (String name : names(entry)) {
            found.addAll(related.getOrDefault(name, List.of()));
        }
        return found;
    }

    private void forgetOldest() {
        Iterator<InboxEntry> oldest = committed.values().iterator();
        InboxEntry forgotten = oldest.next();
        oldest.remove();
        for (String name : names(forgotten)) {
            related.computeIfPresent(name, (n, entries) -> {
                entries.remove(forgotten);
                return entries.isEmpty() ? null : entries;
            });
        }
    }

    /** What it may share with others; whether it does, {@link Standing} looks. */
    private static List<String> names(InboxEntry entry) {
        List<String> names = new ArrayList<>(2);
        if (entry.paymentId() != null) {
            names.add(entry.paymentId());
        }
        if (entry.orderId() != null) {
            names.add(entry.orderId());
        }
        return names;
    }

    @Override
    public String toString() {
        return "memory for " + size + " callbacks";
    }
}
