package net.aurpay.webhook.endpoint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import net.aurpay.client.Account;
import net.aurpay.client.Aurpay;
import org.jspecify.annotations.Nullable;

/** Accounts with secrets that are derived from their names. */
final class FakeAccounts implements NamedAccounts {
    final Map<String, Account> accounts = new ConcurrentHashMap<>();
    final Set<String> configured = new HashSet<>();
    final AtomicInteger lookUps = new AtomicInteger();

    @Nullable
    RuntimeException failure;

    static FakeAccounts of(String... names) {
        FakeAccounts accounts = new FakeAccounts();
        for (String name : names) {
            accounts.accounts.put(name, account(name));
        }
        return accounts;
    }

    static Account account(String name) {
        return Account.of(name).withCallbackTokens(List.of(token(name))).withCallbackSecrets(List.of(secret(name)));
    }

    static String token(String account) {
        return "token-of-" + account;
    }

    static String secret(String account) {
        return "secret-of-" + account;
    }

    @Override
    public Optional<Account> find(String name) {
        lookUps.incrementAndGet();
        if (failure != null) {
            throw failure;
        }
        return Optional.ofNullable(accounts.get(name));
    }

    @Override
    public Optional<Account> findClaimed(String name) {
        return find(name);
    }

    @Override
    public Set<String> configured() {
        return configured;
    }

    @Override
    public boolean hasOthers() {
        return true;
    }

    @Override
    public Aurpay clients(String name) {
        throw new UnsupportedOperationException();
    }
}
