package net.aurpay.it.named;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;

/** Knows two accounts, and fails for a third. */
@ApplicationScoped
public class KnownAccounts implements Accounts {
    @Override
    public Optional<Account> find(String name) {
        return switch (name) {
            case "east", "West" ->
                Optional.of(Account.of(name)
                        .withCallbackTokens(List.of("callback-token-of-" + name))
                        .withCallbackSecrets(List.of("callback-secret-of-" + name)));
            case "broken" -> throw new IllegalStateException("the accounts cannot be read, as the test demands");
            default -> Optional.empty();
        };
    }
}
