package net.aurpay.it.cost;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;

/** The accounts that a test has named so far. */
@ApplicationScoped
public class KnownAccounts implements Accounts {
    private final Map<String, Account> known = new ConcurrentHashMap<>();

    void add(Account account) {
        known.put(account.name(), account);
    }

    @Override
    public Optional<Account> find(String name) {
        return Optional.ofNullable(known.get(name));
    }
}
