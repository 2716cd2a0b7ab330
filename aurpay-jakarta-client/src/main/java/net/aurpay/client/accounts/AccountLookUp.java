package net.aurpay.client.accounts;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;
import net.aurpay.client.AurpayException;
import net.aurpay.client.http.FailureDetails;
import org.jspecify.annotations.Nullable;

/**
 * Finds accounts by their names: first those of the configuration, then those of the application. A name may come from anyone
 * who calls the webhook, so what is remembered is bounded, and so is the number of look-ups of such names: invented names can
 * neither fill the memory nor keep the application's database busy. Thread-safe.
 */
public final class AccountLookUp {
    /** How long an account is remembered. A changed secret takes effect after that. */
    static final Duration FOUND = Duration.ofSeconds(30);

    /** How long it is remembered that there is no such account. A new account can be called after that. */
    static final Duration NOT_FOUND = Duration.ofSeconds(10);

    /** So many accounts are remembered, and so many names without an account. */
    static final int REMEMBERED = 10_000;

    /** How many claimed names that have never had an account are looked up in a second, on average. */
    static final int NEW_NAMES = 100;

    /** How many of them are looked up at once: after a start, the names of all accounts are new. */
    static final int NEW_NAMES_AT_ONCE = 1_000;

    /** So many threads at most wait for a look-up of such a name, should the application hang. */
    static final int NEW_NAMES_WAITING = 10;

    /**
     * So many threads at most wait for an account that was found before. How many such accounts are looked up needs no other
     * limit: each is remembered, so that none is looked up more often than once in {@link #FOUND}.
     */
    static final int KNOWN_NAMES_WAITING = 50;

    /** How long a thread waits for the look-up of another one. */
    static final Duration WAIT = Duration.ofSeconds(10);

    private static final System.Logger LOG = System.getLogger(AccountLookUp.class.getName());

    private final Map<String, Account> configured;
    private final Optional<Accounts> others;
    private final LongSupplier nanoTime;
    private final Recent found = new Recent(FOUND);
    private final Recent notFound = new Recent(NOT_FOUND);
    private final Budget newNames;
    private final Semaphore newNamesWaiting = new Semaphore(NEW_NAMES_WAITING);
    private final Semaphore knownNamesWaiting = new Semaphore(KNOWN_NAMES_WAITING);
    private final Map<String, Flight> underWay = new ConcurrentHashMap<>();
    private final AtomicBoolean warned = new AtomicBoolean();

    public AccountLookUp(Map<String, Account> configured, Optional<Accounts> others) {
        this(configured, others, System::nanoTime);
    }

    AccountLookUp(Map<String, Account> configured, Optional<Accounts> others, LongSupplier nanoTime) {
        // sorted, for messages
        this.configured = new TreeMap<>(configured);
        this.others = others;
        this.nanoTime = nanoTime;
        newNames = new Budget(NEW_NAMES, NEW_NAMES_AT_ONCE, nanoTime);
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
     * Finds an account that the application has named. A name that no account can have is not looked up. If the account was
     * missing a moment ago, it is looked up again, because the application may just have added it.
     *
     * @throws AurpayException if it cannot be found out now, because the application has failed
     */
    public Optional<Account> find(String name) {
        return find(name, false);
    }

    /**
     * Finds an account that a request has named, which may come from anyone.
     *
     * @throws AurpayException if it cannot be found out now: the application has failed, or too many names are looked up
     */
    public Optional<Account> findClaimed(String name) {
        return find(name, true);
    }

    private Optional<Account> find(String name, boolean claimed) {
        Account listed = configured.get(name);
        if (listed != null) {
            return Optional.of(listed);
        }
        if (others.isEmpty() || !Account.isName(name)) {
            return Optional.empty();
        }
        Optional<Recent.Entry> remembered = remembered(name, claimed);
        if (remembered.isPresent()) {
            return remembered.get().account;
        }
        if (!claimed) {
            return lookUpOnce(name, false, others.get());
        }
        boolean known = found.hasSeen(name);
        Semaphore waiting = known ? knownNamesWaiting : newNamesWaiting;
        if (!waiting.tryAcquire()) {
            throw failed("too many threads wait for accounts that are being looked up", null);
        }
        try {
            if (!known && !underWay.containsKey(name) && !newNames.take()) {
                throw failed("more than " + NEW_NAMES + " new accounts are looked up in a second", null);
            }
            return lookUpOnce(name, true, others.get());
        } finally {
            waiting.release();
        }
    }

    private Optional<Recent.Entry> remembered(String name, boolean claimed) {
        long now = nanoTime.getAsLong();
        return claimed ? found.get(name, now).or(() -> notFound.get(name, now)) : found.get(name, now);
    }

    /** Several threads that ask for the same name at once wait for the same look-up. */
    private Optional<Account> lookUpOnce(String name, boolean claimed, Accounts accounts) {
        Flight mine = new Flight(Thread.currentThread(), new CompletableFuture<>());
        Flight first = underWay.putIfAbsent(name, mine);
        if (first != null) {
            return first.result(name);
        }
        try {
            // Another thread may have looked the name up since this one found out that nobody had.
            mine.result.complete(
                    remembered(name, claimed).map(Recent.Entry::account).orElseGet(() -> lookUp(name, accounts)));
        } catch (RuntimeException | Error e) {
            mine.result.completeExceptionally(e);
        } finally {
            underWay.remove(name);
        }
        return mine.result(name);
    }

    private Optional<Account> lookUp(String name, Accounts accounts) {
        Optional<Account> account = Objects.requireNonNull(accounts.find(name), "Accounts.find has returned null");
        if (account.isPresent() && !account.get().name().equals(name)) {
            warnOnce(name, account.get());
            account = Optional.empty();
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

    /** Once, because a database that does not distinguish case lets strangers cause this. */
    private void warnOnce(String name, Account other) {
        if (!warned.getAndSet(true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "Accounts.find(\"" + name + "\") has returned the account <" + other.name()
                            + ">, so the account is taken for unknown; this is logged once only");
        }
    }

    /** Transient: the same call may succeed later. */
    private static AurpayException failed(String problem, @Nullable Throwable cause) {
        return new FailureDetails(problem, AurpayException.NO_CODE, 0, null, false, true, null).exception(cause);
    }

    /** A look-up that a thread has begun. */
    private record Flight(Thread thread, CompletableFuture<Optional<Account>> result) {
        Optional<Account> result(String name) {
            if (!result.isDone() && thread == Thread.currentThread()) {
                throw new IllegalStateException("Accounts.find(\"" + name + "\") needs the account that it looks up");
            }
            try {
                return result.get(WAIT.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                throw failed("the account <" + name + "> cannot be looked up: Accounts.find has failed", e.getCause());
            } catch (TimeoutException e) {
                throw failed("the account <" + name + "> has not been found within " + WAIT, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw failed("the thread was interrupted while it waited for the account <" + name + ">", e);
            }
        }
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

        synchronized Optional<Entry> get(String name, long now) {
            return Optional.ofNullable(entries.get(name)).filter(entry -> now - entry.time < lifetime);
        }

        /** Whether there is a result, however old it is. */
        synchronized boolean hasSeen(String name) {
            return entries.containsKey(name);
        }

        synchronized void put(String name, Optional<Account> account, long now) {
            entries.put(name, new Entry(account, now));
        }

        synchronized void forget(String name) {
            entries.remove(name);
        }
    }

    /** How many look-ups may begin. */
    private static final class Budget {
        private static final long SECOND = Duration.ofSeconds(1).toNanos();

        private final int perSecond;
        private final int atOnce;
        private final LongSupplier nanoTime;
        private double left;
        private long last;

        Budget(int perSecond, int atOnce, LongSupplier nanoTime) {
            this.perSecond = perSecond;
            this.atOnce = atOnce;
            this.nanoTime = nanoTime;
            left = atOnce;
            last = nanoTime.getAsLong();
        }

        /** Returns false if nothing is left now. */
        synchronized boolean take() {
            long now = nanoTime.getAsLong();
            left = Math.min(atOnce, left + (double) (now - last) * perSecond / SECOND);
            last = now;
            if (left < 1) {
                return false;
            }
            left--;
            return true;
        }
    }
}
