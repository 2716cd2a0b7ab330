package net.aurpay.it.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** All accounts of a sandbox, by name and by user id. */
final class SandboxAccounts {
    private final Ledger ledger;
    private final String first;
    private final Map<String, SandboxAccount> byName = new LinkedHashMap<>();
    private final Map<String, SandboxAccount> byUserId = new HashMap<>();

    SandboxAccounts(SandboxOptions options, Ledger ledger, BiFunction<@Nullable String, Keys, SandboxAccount> create) {
        this.ledger = ledger;
        this.first = options.merchants().get(0).userId();
        options.merchants().forEach(keys -> byUserId.put(keys.userId(), create.apply(null, keys)));
        options.accounts().forEach((name, keys) -> {
            SandboxAccount account = create.apply(name, keys);
            byName.put(name, account);
            byUserId.put(keys.userId(), account);
        });
    }

    /** The account of the first merchant, which has no name. */
    SandboxAccount first() {
        return account(first);
    }

    /** The named accounts. */
    List<SandboxAccount> named() {
        return List.copyOf(byName.values());
    }

    /** The names, with {@link SandboxOptions#UNNAMED} first; empty if no account has a name. */
    List<String> names() {
        List<String> names = new ArrayList<>(byName.keySet());
        if (!names.isEmpty()) {
            names.add(0, SandboxOptions.UNNAMED);
        }
        return names;
    }

    SandboxAccount named(String name) {
        SandboxAccount account = byName.get(name);
        if (account == null) {
            throw ApiError.business(404, "No account <" + name + ">");
        }
        return account;
    }

    /** Returns the name of an account, which is {@link SandboxOptions#UNNAMED} if it has none. */
    String name(String userId) {
        return account(userId).name().orElse(SandboxOptions.UNNAMED);
    }

    private SandboxAccount account(String userId) {
        return Objects.requireNonNull(byUserId.get(userId), userId);
    }

    /**
     * Returns the account that has an order. If several have one with this id, the account without a name takes
     * precedence.
     */
    SandboxAccount holder(String orderId) {
        List<SandboxAccount> all =
                ledger.owners(orderId).stream().map(this::account).toList();
        List<SandboxAccount> unnamed =
                all.stream().filter(account -> account.name().isEmpty()).toList();
        List<SandboxAccount> found = unnamed.isEmpty() ? all : unnamed;
        if (found.isEmpty()) {
            throw ApiError.noOrder();
        }
        if (found.size() > 1) {
            throw ApiError.business(400, "Several accounts have an order of this id: name one of them");
        }
        return found.get(0);
    }
}
