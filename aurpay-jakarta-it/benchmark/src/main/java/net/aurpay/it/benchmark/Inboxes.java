package net.aurpay.it.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import net.aurpay.webhook.inbox.DuplicateException;
import net.aurpay.webhook.inbox.EventKind;
import net.aurpay.webhook.inbox.Inbox;
import net.aurpay.webhook.inbox.InboxConfig;
import net.aurpay.webhook.inbox.InboxEntry;
import net.aurpay.webhook.inbox.InboxStatus;
import net.aurpay.webhook.inbox.InboxTable;
import net.aurpay.webhook.inbox.RetryLaterException;
import net.aurpay.webhook.verification.VerifiedCallback;

/** Calls the inboxes directly, with one callback after the other. */
public final class Inboxes {
    private Inboxes() {}

    /** Remembers callbacks in memory. */
    public static Remembering memory(int size) {
        AtomicReference<Instant> now = new AtomicReference<>(Instant.EPOCH);
        InboxConfig config = new InboxConfig(Optional.empty(), "", size, Duration.ofDays(1), Optional.empty());
        Inbox inbox = Inbox.inMemory(config, now::get);
        // half of the remembered callbacks are younger than the maximum age
        Duration pause = config.maxAge().multipliedBy(2).dividedBy(size);
        return number -> {
            InboxEntry entry = entry(number, now.updateAndGet(time -> time.plus(pause)));
            if (inbox.status(entry) != InboxStatus.NEW) {
                throw new IllegalStateException("known");
            }
            inbox.insert(entry);
            inbox.afterCompletion(entry, true);
        };
    }

    /** Remembers callbacks in the table: executes the inbox's insert, which finds duplicates on PostgreSQL, and commits. */
    public static Remembering table(Connection connection) {
        InboxTable table = new InboxTable("aurpay_callback", true, true);
        return number -> {
            InboxEntry entry = entry(number, Instant.EPOCH);
            table.insert(connection, entry);
            connection.commit();
        };
    }

    private static InboxEntry entry(long number, Instant date) {
        String url = "https://shop.example.com/succeeded?reference=" + number + "&payment=" + "%032x".formatted(number);
        return InboxEntry.of("", EventKind.SUCCEEDED, new VerifiedCallback(url, date, true), null, date);
    }

    /** Remembers a callback that is new to the inbox. */
    public interface Remembering {
        void remember(long number) throws SQLException, RetryLaterException, DuplicateException;

        /** Returns the time that it took, in nanoseconds. */
        default double time(long number) {
            long start = System.nanoTime();
            try {
                remember(number);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            return System.nanoTime() - start;
        }
    }
}
