package net.aurpay.client.accounts;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.spi.DeploymentException;
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
import net.aurpay.client.http.ClientKeys;
import org.jspecify.annotations.Nullable;

/** The accounts of the application, which the configuration and its bean {@link Accounts} know. */
@ApplicationScoped
public class ApplicationAccounts implements AurpayAccounts {
    private static final System.Logger LOG = System.getLogger(ApplicationAccounts.class.getName());

    @Inject
    @Nullable
    Instance<Accounts> others;

    private @Nullable AccountLookUp lookUp;
    private @Nullable AccountClients clients;

    /** Returns the accounts of the configuration only, for code that cannot see the bean of this class. */
    public static ApplicationAccounts configured() {
        return new ApplicationAccounts();
    }

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
                    others == null || others.isUnsatisfied() ? Optional.empty() : Optional.of(others.get()));
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
        return lookUp().find(name)
                .orElseThrow(() -> new IllegalArgumentException("there is no account <" + name + ">; the configuration"
                        + " lists " + lookUp().configured()
                        + (lookUp().hasOthers() ? ", and Accounts does not know it" : "")));
    }

    /**
     * Checks what cannot be checked before the application starts.
     *
     * @throws DeploymentException if several beans claim to know the accounts
     */
    void check() {
        if (others != null && others.isAmbiguous()) {
            throw new DeploymentException(
                    "there must be one bean that implements " + Accounts.class.getName() + ", were "
                            + others.stream()
                                    .map(bean -> bean.getClass().getName())
                                    .sorted()
                                    .toList());
        }
        for (String variable : ConfiguredAccounts.unknownVariables(
                lookUp().configured(), System.getenv().keySet())) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "the environment variable " + variable + " is not a key of an account that " + ClientKeys.ACCOUNTS
                            + " lists");
        }
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
