package net.aurpay.webhook.endpoint;

import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.util.ArrayList;
import java.util.List;

/** A transaction that knows only its own status and can be told to fail. */
public final class FakeTransaction implements UserTransaction {
    public final List<String> calls = new ArrayList<>();
    boolean failsToCommit;
    boolean failsToBegin;
    private int status = Status.STATUS_NO_TRANSACTION;

    @Override
    public void begin() {
        if (failsToBegin) {
            throw new IllegalStateException("no transaction manager");
        }
        if (status != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("nested");
        }
        calls.add("begin");
        status = Status.STATUS_ACTIVE;
    }

    @Override
    public void commit() throws RollbackException {
        boolean marked = status == Status.STATUS_MARKED_ROLLBACK;
        status = Status.STATUS_NO_TRANSACTION;
        if (failsToCommit || marked) {
            calls.add("failed commit");
            throw new RollbackException("told to fail");
        }
        calls.add("commit");
    }

    @Override
    public void rollback() {
        if (status == Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("no transaction");
        }
        status = Status.STATUS_NO_TRANSACTION;
        calls.add("rollback");
    }

    @Override
    public void setRollbackOnly() {
        status = Status.STATUS_MARKED_ROLLBACK;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void setTransactionTimeout(int seconds) {
        throw new UnsupportedOperationException();
    }

    boolean isActive() {
        return status == Status.STATUS_ACTIVE;
    }
}
