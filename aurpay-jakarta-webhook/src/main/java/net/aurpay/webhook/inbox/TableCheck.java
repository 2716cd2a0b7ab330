package net.aurpay.webhook.inbox;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import net.aurpay.webhook.verification.ReadableText;
import org.jspecify.annotations.Nullable;

/**
 * Checks what the inbox relies on: the table accepts the rows that callbacks make, a rollback removes a row, and a
 * commit keeps it. A data source that does not take part in JTA transactions would keep a row in both cases, or in
 * neither. Then a callback would be recorded although its effect was rolled back, or fired again.
 */
final class TableCheck {
    /** Characters from each part of Unicode that some character sets lack. */
    private static final String BEYOND_ASCII = "\u00fc\u20ac\ud83d\ude00";

    /** Each upper-case letter takes two characters of the column. */
    private static final String LONGEST_NAME = "A".repeat(64);

    private final InboxConfig config;
    private final ShortTransaction transaction;
    private final InboxTable table;

    TableCheck(InboxConfig config, ShortTransaction transaction) {
        this.config = config;
        this.transaction = transaction;
        this.table = new InboxTable(config.table(), false);
    }

    /**
     * Runs the check, leaves no row behind, and returns the table as it is to be used.
     *
     * @throws IllegalStateException if the data source or the table is not suitable
     * @throws RetryLaterException if the database cannot be reached
     */
    InboxTable run() throws RetryLaterException {
        InboxEntry row = row(EventKind.TIMED_OUT, null, null, "start-up check");
        insert(row, false);
        if (isThere(row)) {
            delete(row);
            throw unfit("does not take part in JTA transactions: a row was still there after a rollback", null);
        }
        insert(row, true);
        if (!isThere(row)) {
            throw unfit("does not take part in JTA transactions: a row was gone after a commit", null);
        }
        delete(row);
        tryRows();
        return new InboxTable(config.table(), holdsUnicode(), skipsDuplicates());
    }

    /**
     * Only for PostgreSQL and databases that its driver takes for PostgreSQL: others that accept the clause may still lock
     * what they skip. The statement is tried, because such a database may be one that lacks the clause.
     */
    private boolean skipsDuplicates() throws RetryLaterException {
        InboxTable skipping = new InboxTable(config.table(), false, true);
        try {
            return transaction.rollBack(connection -> {
                if (!connection.getMetaData().getDatabaseProductName().equals("PostgreSQL")) {
                    return false;
                }
                skipping.insert(connection, row(EventKind.SUCCEEDED, null, null, ""));
                return true;
            });
        } catch (SQLException e) {
            return false;
        }
    }

    /** Inserts the rows one after the other in a single transaction, so that each meets the rows before it. */
    private void tryRows() throws RetryLaterException {
        String payment = random(16);
        String order = random(10);
        String longest = "x".repeat(ReadableText.MAX_BYTES);
        List<Row> rows = List.of(
                new Row("a row", row(EventKind.SUCCEEDED, payment, order, longest)),
                new Row("a time-out of the same order", row(EventKind.TIMED_OUT, null, order, "A1")),
                new Row("a refund of the same payment", row(EventKind.REFUNDED, payment, order, "A1")),
                new Row("a row without order and payment id", row(EventKind.SUCCEEDED, null, null, "A1")),
                new Row("a second row without order and payment id", row(EventKind.TIMED_OUT, null, null, "A1")),
                new Row("a row without a reference", row(EventKind.SUCCEEDED, null, null, "")),
                new Row("a row of the account with the longest name", row(LONGEST_NAME, EventKind.SUCCEEDED)));
        for (int last = 1; last <= rows.size(); last++) {
            List<Row> tried = rows.subList(0, last);
            try {
                transaction.rollBack(connection -> insertAll(connection, tried));
            } catch (SQLException e) {
                String what = tried.get(last - 1).what();
                throw unfit(
                        "does not take " + what + "; create the table as META-INF/aurpay/aurpay_callback.sql of the"
                                + " jar does, without constraints of your own",
                        e);
            }
        }
    }

    private boolean insertAll(Connection connection, List<Row> rows) throws SQLException {
        for (Row row : rows) {
            table.insert(connection, row.entry());
            if (row.entry().kind().isSupersededBySuccess()) {
                table.releaseLock(connection, row.entry());
            }
        }
        return true;
    }

    private boolean holdsUnicode() throws RetryLaterException {
        InboxTable unicode = new InboxTable(config.table(), true);
        InboxEntry row = row(EventKind.SUCCEEDED, null, null, BEYOND_ASCII);
        try {
            return transaction.rollBack(connection -> {
                unicode.insert(connection, row);
                return unicode.like(connection, row).stream()
                        .anyMatch(found -> found.reference().equals(BEYOND_ASCII));
            });
        } catch (SQLException e) {
            // The character set of the column lacks some of the characters.
            return false;
        }
    }

    private void insert(InboxEntry row, boolean commit) throws RetryLaterException {
        ShortTransaction.Work<Boolean> insert = connection -> insertAll(connection, List.of(new Row("", row)));
        try {
            if (commit) {
                transaction.commit(insert);
            } else {
                transaction.rollBack(insert);
            }
        } catch (SQLException e) {
            throw unfit("cannot be written to; META-INF/aurpay/aurpay_callback.sql of the jar creates the table", e);
        }
    }

    private boolean isThere(InboxEntry row) throws RetryLaterException {
        try {
            return transaction.commit(connection -> !table.like(connection, row).isEmpty());
        } catch (SQLException e) {
            throw unfit("cannot be read", e);
        }
    }

    private void delete(InboxEntry row) throws RetryLaterException {
        try {
            transaction.commit(connection -> {
                table.delete(connection, row);
                return true;
            });
        } catch (SQLException e) {
            throw unfit("has a row that cannot be deleted", e);
        }
    }

    private static InboxEntry row(
            EventKind kind, @Nullable String paymentId, @Nullable String orderId, String reference) {
        return new InboxEntry("", random(32), kind, paymentId, orderId, reference, Instant.EPOCH, Instant.EPOCH);
    }

    private static InboxEntry row(String account, EventKind kind) {
        return new InboxEntry(account, random(32), kind, null, null, "", Instant.EPOCH, Instant.EPOCH);
    }

    private static String random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private IllegalStateException unfit(String rule, @Nullable Exception cause) {
        String name = config.datasource().orElse("");
        String why = cause == null ? "" : ": " + cause.getMessage();
        return new IllegalStateException(
                WebhookKeys.DATASOURCE + " <" + name + ">, table <" + config.table() + ">, " + rule + why, cause);
    }

    private record Row(String what, InboxEntry entry) {}
}
