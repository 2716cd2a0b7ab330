package net.aurpay.webhook;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.transaction.UserTransaction;
import javax.naming.NamingException;

/** Finds the server's transactions; a class of its own, so that a server without them can say so by name. */
final class JtaTransactions {
    private JtaTransactions() {}

    /** @throws IllegalStateException if there are none */
    static UserTransaction current() {
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
