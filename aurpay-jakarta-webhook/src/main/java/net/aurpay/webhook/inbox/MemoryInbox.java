package net.aurpay.webhook.inbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Remembers callbacks until the server is restarted.
 *
 * <p>It forgets a callback only when it needs room, and only if the callback would be rejected as too old by now. While
 * the inbox is full, new callbacks are deferred: Aurpay sends them again.
 */
final class MemoryInbox implements Inbox {
    private static final System.Logger LOG = System.getLogger(MemoryInbox.class.getName());

    /** In per cent. */
    private static final int NEARLY_FULL = 80;

    /** Covers a callback whose date was checked just before it became too old. */
    private static final Duration SLACK = Duration.ofMinutes(1);

    private final InboxConfig config;
    private final InstantSource clock;
    private final Map<String, InboxEntry> inProgress = new HashMap<>();

    /**
     * In the order of the latest delivery, which is nearly the order of the dates. An entry that is dated ahead of this
     * server's clock delays the removal of the entries after it.
     */
    private final Map<String, InboxEntry> processed = new LinkedHashMap<>();

    /** Keys by payment and by order. */
    private final Map<String, Set<String>> related = new HashMap<>();

    private boolean warned;

    /**
     * Creates an empty inbox.
     *
     * @param config its size is > 0
     */
    MemoryInbox(InboxConfig config, InstantSource clock) {
        if (config.size() <= 0) {
            throw new IllegalArgumentException(WebhookKeys.INBOX_SIZE + " must be > 0, was <" + config.size() + ">");
        }
        this.config = config;
        this.clock = clock;
    }

    @Override
    public synchronized InboxStatus status(InboxEntry entry) {
        List<InboxEntry> remembered = rememberedOf(entry);
        InboxStatus status = InboxStatus.of(entry, remembered);
        if (status != InboxStatus.NEW) {
            // This delivery may have a later date: remember the callback until that date is too old.
            remembered.forEach(known -> keepUntilStale(known, entry));
            return status;
        }
        boolean busy = inProgress.containsKey(entry.key())
                || inProgress.values().stream().anyMatch(other -> other.isOfPayment(entry) || other.isOfOrder(entry));
        return busy ? InboxStatus.IN_PROGRESS : InboxStatus.NEW;
    }

    @Override
    public synchronized void insert(InboxEntry entry) throws DuplicateException, RetryLaterException {
        if (status(entry) != InboxStatus.NEW) {
            throw new DuplicateException(null);
        }
        if (size() >= config.size() * (long) NEARLY_FULL / 100) {
            forgetStale();
        }
        if (size() >= config.size()) {
            throw new RetryLaterException(
                    "the inbox is full: it remembers " + config.size() + " callbacks that are younger than "
                            + WebhookKeys.MAX_AGE + "; raise " + WebhookKeys.INBOX_SIZE + ", or set "
                            + WebhookKeys.DATASOURCE,
                    null);
        }
        inProgress.put(entry.key(), entry);
        warnIfNearlyFull();
    }

    @Override
    public synchronized void afterCompletion(InboxEntry entry, boolean isCommitted) {
        inProgress.remove(entry.key());
        if (isCommitted) {
            remember(entry);
        }
    }

    @Override
    public boolean survivesUnknownCommit() {
        return false;
    }

    @Override
    public void check() {
        // Nothing can be missing.
    }

    /** Counts the callbacks that are remembered or being processed. */
    @Override
    public synchronized OptionalInt sizeInMemory() {
        return OptionalInt.of(size());
    }

    private int size() {
        return processed.size() + inProgress.size();
    }

    private void remember(InboxEntry entry) {
        processed.put(entry.key(), entry);
        for (String name : names(entry)) {
            related.merge(name, Set.of(entry.key()), MemoryInbox::union);
        }
    }

    private static Set<String> union(Set<String> some, Set<String> others) {
        Set<String> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private void keepUntilStale(InboxEntry known, InboxEntry delivered) {
        if (delivered.date().isAfter(known.date())) {
            processed.remove(known.key());
            processed.put(known.key(), known.withDate(delivered.date()));
        }
    }

    /** Returns what is remembered of the same callback, payment or order. An entry may occur more than once. */
    private List<InboxEntry> rememberedOf(InboxEntry entry) {
        List<InboxEntry> found = new ArrayList<>();
        addRemembered(entry.key(), found);
        for (String name : names(entry)) {
            related.getOrDefault(name, Set.of()).forEach(key -> addRemembered(key, found));
        }
        return found;
    }

    private void addRemembered(String key, List<InboxEntry> found) {
        InboxEntry known = processed.get(key);
        if (known != null) {
            found.add(known);
        }
    }

    private void forgetStale() {
        Instant stale = clock.instant().minus(config.maxAge()).minus(SLACK);
        Iterator<InboxEntry> oldest = processed.values().iterator();
        while (oldest.hasNext()) {
            InboxEntry known = oldest.next();
            if (!known.date().isBefore(stale)) {
                return;
            }
            oldest.remove();
            for (String name : names(known)) {
                related.computeIfPresent(name, (n, keys) -> without(known.key(), keys));
            }
        }
    }

    private static @Nullable Set<String> without(String key, Set<String> keys) {
        Set<String> others = new HashSet<>(keys);
        others.remove(key);
        return others.isEmpty() ? null : others;
    }

    /**
     * Warns once, and again only after the inbox was half empty in the meantime. Otherwise an inbox that stays nearly full
     * would cause a warning for each callback that it forgets.
     */
    private void warnIfNearlyFull() {
        boolean nearlyFull = size() >= config.size() * (long) NEARLY_FULL / 100;
        if (nearlyFull && !warned) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the inbox in memory is nearly full, " + size() + " of " + config.size() + " callbacks; when it is"
                            + " full, callbacks are answered with 503: raise " + WebhookKeys.INBOX_SIZE + ", or set "
                            + WebhookKeys.DATASOURCE);
        }
        warned = nearlyFull || (warned && size() > config.size() / 2);
    }

    /** The payment and the order, by which callbacks are found that concern the same. */
    private static List<String> names(InboxEntry entry) {
        List<String> names = new ArrayList<>(2);
        if (entry.paymentId() != null) {
            names.add("payment " + entry.paymentId() + " of " + entry.account());
        }
        if (entry.orderId() != null) {
            names.add("order " + entry.orderId());
        }
        return names;
    }

    @Override
    public String toString() {
        return "memory for " + config.size() + " callbacks";
    }
}
