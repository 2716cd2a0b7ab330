package net.aurpay.webhook;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Tries what the inbox relies on: a row goes with a rollback and stays with a commit. A data source that is no part of
 * JTA keeps it either way, or never; then callbacks would be noted whose effect was rolled back, or be fired again.
 */
record TableCheck(InboxConfig config, TableInbox inbox, ShortTransaction transaction) {
    /**
     * Leaves no row behind.
     *
     * @throws IllegalStateException if the data source or the table is not fit
     * @throws LaterException if the data base cannot be reached
     */
    void run() throws LaterException {
        InboxEntry row = probe();
        insert(row, false);
        if (isThere(row)) {
            delete(row);
            throw unfit("keeps what a transaction rolls back: it must take part in JTA transactions", null);
        }
        insert(row, true);
        if (!isThere(row)) {
            throw unfit("loses what a transaction commits: it must take part in JTA transactions", null);
        }
        delete(row);
    }

    private static InboxEntry probe() {
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        return new InboxEntry(
                HexFormat.of().formatHex(key), CallbackKind.TIMED_OUT, null, null, "start-up check", Instant.EPOCH);
    }

    private void insert(InboxEntry row, boolean commit) throws LaterException {
        try {
            transaction.run(commit, () -> {
                try (Connection connection = inbox.connect()) {
                    table().insert(connection, row);
                }
            });
        } catch (LaterException | RuntimeException e) {
            throw e;
        } catch (SQLException e) {
            throw unfit("cannot be written to; the table is in META-INF/aurpay/aurpay_callback.sql of the jar", e);
        } catch (Exception e) {
            throw unfit("cannot be used in a JTA transaction", e);
        }
    }

    private boolean isThere(InboxEntry row) throws LaterException {
        try (Connection connection = inbox.connect()) {
            return !table().like(connection, row).isEmpty();
        } catch (SQLException e) {
            throw unfit("cannot be read", e);
        }
    }

    private void delete(InboxEntry row) {
        try {
            transaction.run(true, () -> {
                try (Connection connection = inbox.connect()) {
                    table().delete(connection, row);
                }
            });
        } catch (Exception e) {
            throw unfit("has a row that cannot be deleted", e);
        }
    }

    private IllegalStateException unfit(String rule, @Nullable Exception cause) {
        String name = config.datasource().orElse("");
        String why = cause == null ? "" : ": " + cause.getMessage();
        return new IllegalStateException(
                "aurpay.webhook.datasource <" + name + ">, table <" + config.table() + ">, " + rule + why, cause);
    }

    private InboxTable table() {
        return new InboxTable(config.table());
    }
}
