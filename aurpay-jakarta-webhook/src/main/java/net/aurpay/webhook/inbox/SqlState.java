package net.aurpay.webhook.inbox;

import java.sql.SQLException;

/** Reads the SQL state of an exception: states are standard, error codes of vendors are not. */
public final class SqlState {
    private SqlState() {}

    /** Whether a statement has violated a constraint; a look-up tells which one. */
    public static boolean isConstraintViolation(SQLException e) {
        for (SQLException next = e; next != null; next = next.getNextException()) {
            if (next.getSQLState() != null && next.getSQLState().startsWith("23")) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether the database has ended the transaction because of another one, so that the same transaction can succeed
     * later: each waited for the other, for example. PostgreSQL has a separate state for this example.
     */
    static boolean isSerializationFailure(SQLException e) {
        return "40001".equals(e.getSQLState()) || "40P01".equals(e.getSQLState());
    }

    /** Whether a statement cannot work with the schema as it is, usually because a table does not exist. */
    public static boolean isMissingTable(SQLException e) {
        return e.getSQLState() != null && e.getSQLState().startsWith("42");
    }
}
