package net.aurpay.client.accounts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.http.AccountClients;
import net.aurpay.client.http.ApplicationConfig;
import org.jspecify.annotations.Nullable;

/** The accounts of the application, which the configuration and its bean {@link Accounts} know. */
@ApplicationScoped
public class ApplicationAccounts implements AurpayAccounts {
    @Inject
    Instance<Accounts> others;

    private @Nullable AccountLookUp lookUp;
    private @Nullable AccountClients clients;

    @Override
    public Aurpay of(String name) {
        require(name);
        return clients().of(name);
    }

    /** Finds accounts by their names. */
    public synchronized AccountLookUp lookUp() {
        if (lookUp == null) {
            lookUp = new AccountLookUp(
                    ConfiguredAccounts.of(ApplicationConfig.current()),
                    others.isUnsatisfied() ? Optional.empty() : Optional.of(others.get()));
        }
        return lookUp;
    }

    private synchronized AccountClients clients() {
        if (clients == null) {
            clients = new AccountClients(
                    this::require, name -> lookUp().configured().contains(name));
        }
        return clients;
    }

    private Account require(String name) {
        return lookUp().findForApplication(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no account <" + name + ">; the configuration"
                        + " lists " + lookUp().configured()
                        + (lookUp().hasOthers() ? ", and Accounts does not know it" : "")));
    }

    /**
     * Returns clients of the accounts that the configuration lists with credentials, by their names. Their calls are neither
     * retried nor reported to telemetry.
     */
    public <T> Map<String, T> probes(Class<T> type) {
        Map<String, T> probes = new TreeMap<>();
        for (String name : lookUp().configured()) {
            if (require(name).credentials().isPresent()) {
                probes.put(name, clients().probe(name, type));
            }
        }
        return probes;
    }

    /** Creates the clients, if there are accounts: some threads that call later could not. */
    void prepare() {
        AccountLookUp known = lookUp();
        if (!known.configured().isEmpty() || known.hasOthers()) {
            clients();
        }
    }

    @PreDestroy
    synchronized void close() {
        if (clients != null) {
            clients.close();
        }
    }
}
