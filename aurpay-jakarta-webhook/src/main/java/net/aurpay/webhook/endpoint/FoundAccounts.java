package net.aurpay.webhook.endpoint;

import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayAccounts;
import net.aurpay.client.accounts.AccountLookUp;

/**
 * The accounts of the application.
 *
 * @param lookUp remembers what it has found, within a bound
 * @param clients gives the clients of an account
 */
record FoundAccounts(AccountLookUp lookUp, AurpayAccounts clients) implements NamedAccounts {
    @Override
    public Optional<Account> find(String name) {
        return lookUp.find(name);
    }

    @Override
    public Optional<Account> findClaimed(String name) {
        return lookUp.findClaimed(name);
    }

    @Override
    public Set<String> configured() {
        return lookUp.configured();
    }

    @Override
    public boolean hasOthers() {
        return lookUp.hasOthers();
    }

    @Override
    public Aurpay clients(String name) {
        return clients.of(name);
    }
}
