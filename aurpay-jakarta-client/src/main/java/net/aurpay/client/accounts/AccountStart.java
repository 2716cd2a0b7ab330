package net.aurpay.client.accounts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.lang.System.Logger.Level;
import java.util.ServiceConfigurationError;

/**
 * Checks the accounts when the application starts, and creates their clients. Some servers cannot do that on a thread of a common pool,
 * whose context class loader does not see the server.
 */
@ApplicationScoped
class AccountStart {
    @Inject
    ApplicationAccounts accounts;

    void start(@Observes @Initialized(ApplicationScoped.class) Object event) {
        accounts.check();
        try {
            accounts.prepare();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            // The first call tries again and reports the failure to its caller.
            System.getLogger(AccountStart.class.getName())
                    .log(Level.DEBUG, "the clients of the accounts cannot be created yet", e);
        }
    }
}
