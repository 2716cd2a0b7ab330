package net.aurpay.webhook;

import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;

/** A transaction of the inbox's own, in which no event is fired. */
final class ShortTransaction {
    private final Supplier<UserTransaction> source;

    ShortTransaction(Supplier<UserTransaction> source) {
        this.source = source;
    }

    /** Commits if told to and the work succeeds, else rolls back. */
    void run(boolean commit, Work work) throws Exception {
        UserTransaction transaction = source.get();
        transaction.begin();
        boolean succeeded = false;
        try {
            work.run();
            succeeded = true;
        } finally {
            if (succeeded && commit) {
                transaction.commit();
            } else {
                transaction.rollback();
            }
        }
    }

    interface Work {
        void run() throws Exception;
    }
}
