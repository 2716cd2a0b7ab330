package net.aurpay.client.accounts;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;
import net.aurpay.client.AurpayException;
import net.aurpay.client.http.FailureDetails;
import org.jspecify.annotations.Nullable;

/**
 * Finds accounts by their names: first those of the configuration, then those of the application. A name may come from anyone
 * who calls the webhook, so what is remembered is bounded, and so is the number of look-ups: invented names can neither fill
 * the memory nor keep the application's database busy. Thread-safe.
 */
public final class AccountLookUp {
    /** How long an account is remembered. A changed secret takes effect after that. */
    static final Duration FOUND = Duration.ofSeconds(30);

    /** How long it is remembered that there is no such account. A new account can be called after that. */
    static final Duration NOT_FOUND = Duration.ofSeconds(10);

    /** So many accounts are remembered, and so many names without an account. */
    static final int REMEMBERED = 10_000;

    /** How many names that have never had an account are looked up in a second. */
    static final int NEW_NAMES = 100;

    /** How many accounts are looked up again in a second. */
    static final int KNOWN_NAMES = 1_000;

    private final Map<String, Account> configured;
    private final Optional<Accounts> others;
    private final LongSupplier nanoTime;
    private final Recent found = new Recent(FOUND);
    private final Recent notFound = new Recent(NOT_FOUND);
    private final Budget newNames;
    private final Budget knownNames;
    private final Map<String, CompletableFuture<Optional<Account>>> underWay = new ConcurrentHashMap<>();

    public AccountLookUp(Map<String, Account> configured, Optional<Accounts> others) {
        this(configured, others, System::nanoTime);
    }

    AccountLookUp(Map<String, Account> configured, Optional<Accounts> others, LongSupplier nanoTime) {
        // sorted, for messages
        this.configured = new TreeMap<>(configured);
        this.others = others;
        this.nanoTime = nanoTime;
        newNames = new Budget(NEW_NAMES, nanoTime);
        knownNames = new Budget(KNOWN_NAMES, nanoTime);
    }

    /** The names of the accounts in the configuration. */
    public Set<String> configured() {
        return Collections.unmodifiableSet(configured.keySet());
    }

    /** Whether there may be accounts that the configuration does not list. */
    public boolean hasOthers() {
        return others.isPresent();
    }

    /**
     * Finds an account that anyone may have named. A name that no account can have is not looked up.
     *
     * @throws AurpayException if it cannot be found out now: the application has failed, or too many names are looked up
     */
    public Optional<Account> find(String name) {
        return find(name, true);
    }

    /**
     * Finds an account that the application itself has named. Such look-ups are not limited: a job that calls the API for
     * each of a thousand accounts needs them all.
     *
     * @throws AurpayException if it cannot be found out now, because the application has failed
     */
    public Optional<Account> findForApplication(String name) {
        return find(name, false);
    }

    private Optional<Account> find(String name, boolean limited) {
        Account listed = configured.get(name);
        if (listed != null) {
            return Optional.of(listed);
        }
        if (others.isEmpty() || !Account.isName(name)) {
            return Optional.empty();
        }
        long now = nanoTime.getAsLong();
        Optional<Account> known = found.get(name, now);
        return known.isPresent() || notFound.has(name, now) ? known : lookUpOnce(name, others.get(), limited);
    }

    /** Several threads that ask for the same name at once wait for the same look-up. */
    private Optional<Account> lookUpOnce(String name, Accounts accounts, boolean limited) {
        if (limited && !underWay.containsKey(name)) {
            requireBudget(found.remembers(name) ? knownNames : newNames);
        }
        CompletableFuture<Optional<Account>> mine = new CompletableFuture<>();
        CompletableFuture<Optional<Account>> first = underWay.putIfAbsent(name, mine);
        if (first != null) {
            return result(first);
        }
        try {
            mine.complete(lookUp(name, accounts));
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            underWay.remove(name);
        }
        return result(mine);
    }

    private static Optional<Account> result(CompletableFuture<Optional<Account>> lookUp) {
        try {
            return lookUp.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof AurpayException failure) {
                throw failure;
            }
            throw failed("the account cannot be looked up: " + e.getCause(), e.getCause());
        }
    }

    private static void requireBudget(Budget budget) {
        if (!budget.take()) {
            throw failed("more than " + budget.perSecond + " accounts are looked up in a second", null);
        }
    }

    private Optional<Account> lookUp(String name, Accounts accounts) {
        Optional<Account> account = accounts.find(name);
        if (account.isPresent() && !account.get().name().equals(name)) {
            throw failed(
                    "Accounts.find(\"" + name + "\") has returned the account <"
                            + account.get().name() + ">",
                    null);
        }
        long now = nanoTime.getAsLong();
        if (account.isPresent()) {
            notFound.forget(name);
            found.put(name, account, now);
        } else {
            found.forget(name);
            notFound.put(name, account, now);
        }
        return account;
    }

    /** Transient: the same call may succeed later. */
    private static AurpayException failed(String problem, @Nullable Throwable cause) {
        return new FailureDetails(problem + "; nothing was sent", AurpayException.NO_CODE, 0, null, false, true, null)
                .exception(cause);
    }

    /** The results of the latest look-ups. */
    private static final class Recent {
        private record Entry(Optional<Account> account, long time) {}

        private final long lifetime;
        private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Entry> eldest) {
                return size() > REMEMBERED;
            }
        };

        Recent(Duration lifetime) {
            this.lifetime = lifetime.toNanos();
        }

        synchronized Optional<Account> get(String name, long now) {
            Entry entry = entries.get(name);
            return entry == null || now - entry.time >= lifetime ? Optional.empty() : entry.account;
        }

        synchronized boolean has(String name, long now) {
            Entry entry = entries.get(name);
            return entry != null && now - entry.time < lifetime;
        }

        /** Whether there is a result, however old it is. */
        synchronized boolean remembers(String name) {
            return entries.containsKey(name);
        }

        synchronized void put(String name, Optional<Account> account, long now) {
            entries.put(name, new Entry(account, now));
        }

        synchronized void forget(String name) {
            entries.remove(name);
        }
    }

    /** How many look-ups may begin: at most so many at once, and on average so many in a second. */
    private static final class Budget {
        private static final long SECOND = Duration.ofSeconds(1).toNanos();

        private final int perSecond;
        private final LongSupplier nanoTime;
        private double left;
        private long last;

        Budget(int perSecond, LongSupplier nanoTime) {
            this.perSecond = perSecond;
            this.nanoTime = nanoTime;
            left = perSecond;
            last = nanoTime.getAsLong();
        }

        synchronized boolean take() {
            long now = nanoTime.getAsLong();
            left = Math.min(perSecond, left + (double) (now - last) * perSecond / SECOND);
            last = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
