package net.aurpay.it.benchmark.merchants;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Finds an account of each name that begins with an m. All have the same callback secrets. */
@ApplicationScoped
public class Merchants implements Accounts {
    @Inject
    @ConfigProperty(name = "benchmark.token")
    String token;

    @Inject
    @ConfigProperty(name = "benchmark.secret")
    String secret;

    private final Map<String, Account> merchants = new ConcurrentHashMap<>();

    @Override
    public Optional<Account> find(String name) {
        return name.startsWith("m") ? Optional.of(merchants.computeIfAbsent(name, this::create)) : Optional.empty();
    }

    private Account create(String name) {
        return Account.of(name).withCallbackTokens(List.of(token)).withCallbackSecrets(List.of(secret));
    }
}
