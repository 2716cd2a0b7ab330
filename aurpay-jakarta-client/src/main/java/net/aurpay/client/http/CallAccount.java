package net.aurpay.client.http;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import net.aurpay.client.Account;
import net.aurpay.client.Credentials;
import org.jspecify.annotations.Nullable;

/**
 * The account on whose behalf a thread calls. All accounts share the REST clients, so the credentials belong to the call.
 *
 * @param listed whether the configuration lists the account
 */
record CallAccount(Account account, boolean listed) {
    /** A property of REST clients: their credentials belong to the call. Other clients ignore the account of the call. */
    static final String SHARED = "net.aurpay.client.shared";

    /** The calls that are under way. Unlike a thread-local variable, nothing here outlives a call. */
    private static final Map<Thread, CallAccount> CALLS = new ConcurrentHashMap<>();

    /** The account of the call that this thread is within. */
    static Optional<CallAccount> current() {
        return Optional.ofNullable(CALLS.get(Thread.currentThread()));
    }

    /** Makes a call on behalf of this account. A filter that is called meanwhile may make calls of its own. */
    @Nullable
    Object call(Callable<@Nullable Object> call) throws Exception {
        Thread thread = Thread.currentThread();
        CallAccount outer = CALLS.put(thread, this);
        try {
            return call.call();
        } finally {
            if (outer == null) {
                CALLS.remove(thread);
            } else {
                CALLS.put(thread, outer);
            }
        }
    }

    /** @throws IllegalArgumentException naming what is missing, if the account has no credentials of this set */
    Credentials credentials(CredentialSet set) {
        Optional<Credentials> found = set == CredentialSet.LIGHTNING ? account.lightning() : account.credentials();
        return found.orElseThrow(() -> new IllegalArgumentException(missing(set)));
    }

    private String missing(CredentialSet set) {
        String prefix = ClientKeys.ACCOUNTS + "." + account.name() + ".";
        return listed
                ? "the account <" + account.name() + "> has no credentials: set "
                        + CredentialSet.under(prefix, set.apiToken()) + " and "
                        + CredentialSet.under(prefix, set.secretKey()) + ", or "
                        + CredentialSet.under(prefix, set.apiKey())
                : "the account <" + account.name() + "> of Accounts has no "
                        + (set == CredentialSet.LIGHTNING ? "Lightning credentials" : "credentials");
    }
}
