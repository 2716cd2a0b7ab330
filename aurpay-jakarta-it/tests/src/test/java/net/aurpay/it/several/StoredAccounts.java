package net.aurpay.it.several;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;
import net.aurpay.client.Credentials;
import org.eclipse.microprofile.config.ConfigProvider;

/** The accounts that {@code aurpay.accounts} does not list. */
@ApplicationScoped
public class StoredAccounts implements Accounts {
    /** The name of an account whose look-up fails. */
    public static final String FAILING = "failing";

    /** The name of an account without credentials. */
    public static final String BARE = "stored-bare";

    /** The order of the values of an account, which are separated by spaces. */
    private static final int TOKEN = 0;

    private static final int SECRET = 1;
    private static final int LIGHTNING_TOKEN = 2;
    private static final int LIGHTNING_SECRET = 3;

    @Override
    public Optional<Account> find(String name) {
        if (name.equals(FAILING)) {
            throw new IllegalStateException("the database is down");
        }
        if (name.equals(BARE)) {
            return Optional.of(Account.of(name));
        }
        return ConfigProvider.getConfig()
                .getOptionalValue("stored." + name, String.class)
                .map(line -> line.split(" ", -1))
                .map(values -> Account.of(name, Credentials.signature(values[TOKEN], values[SECRET]))
                        .withLightning(Credentials.signature(values[LIGHTNING_TOKEN], values[LIGHTNING_SECRET])));
    }
}
