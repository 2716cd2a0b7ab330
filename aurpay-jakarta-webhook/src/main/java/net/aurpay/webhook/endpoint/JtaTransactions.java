package net.aurpay.webhook.endpoint;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.UserTransaction;
import java.util.function.Supplier;
import javax.naming.NamingException;
import org.jspecify.annotations.Nullable;

/**
 * Looks up the server's transactions. It is a separate class so that a server without Jakarta Transactions fails with a
 * clear error. Thread-safe: one {@code UserTransaction} serves all threads, each in its own transaction. It is looked up once,
 * because the look-up costs more than everything else.
 */
final class JtaTransactions implements Supplier<UserTransaction> {
    private volatile @Nullable UserTransaction found;

    /**
     * Returns the {@code UserTransaction} of the server.
     *
     * @throws IllegalStateException if the server has no transactions
     */
    @Override
    public UserTransaction get() {
        UserTransaction known = found;
        if (known == null) {
            known = lookUp();
            found = known;
        }
        return known;
    }

    private static UserTransaction lookUp() {
        try {
            return Jndi.lookUp("java:comp/UserTransaction", UserTransaction.class);
        } catch (NamingException e) {
            return ofCdi(e);
        }
    }

    private static UserTransaction ofCdi(NamingException cause) {
        try {
            return CDI.current().select(UserTransaction.class).get();
        } catch (RuntimeException e) {
            e.addSuppressed(cause);
            throw new IllegalStateException(
                    "there is no UserTransaction: aurpay-jakarta-webhook needs a server with Jakarta Transactions", e);
        }
    }
}
