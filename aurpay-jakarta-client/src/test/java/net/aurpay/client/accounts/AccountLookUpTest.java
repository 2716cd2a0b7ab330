package net.aurpay.client.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import net.aurpay.client.Account;
import net.aurpay.client.Accounts;
import net.aurpay.client.AurpayUnavailableException;
import net.aurpay.client.Credentials;
import org.junit.jupiter.api.Test;

class AccountLookUpTest {
    private final AtomicLong nanoTime = new AtomicLong();
    private final Map<String, Account> database = new ConcurrentHashMap<>();
    private final AtomicInteger lookUps = new AtomicInteger();

    private AccountLookUp lookUp = lookUp(name -> {
        lookUps.incrementAndGet();
        return Optional.ofNullable(database.get(name));
    });

    private AccountLookUp lookUp(Accounts accounts) {
        return new AccountLookUp(Map.of("north", account("north", "configured")), Optional.of(accounts), nanoTime::get);
    }

    private static Account account(String name, String key) {
        return Account.of(name, Credentials.apiKey(key));
    }

    private void store(String name, String key) {
        database.put(name, account(name, key));
    }

    private String key(String name) {
        return lookUp.find(name).flatMap(Account::credentials).orElseThrow().token();
    }

    private void wait(Duration time) {
        nanoTime.addAndGet(time.toNanos());
    }

    @Test
    void configurationTakesPrecedence() {
        store("north", "of-the-database");

        assertThat(key("north")).isEqualTo("configured");
        assertThat(lookUps).hasValue(0);
        assertThat(lookUp.configured()).containsExactly("north");
    }

    @Test
    void findsNothingElseWithoutTheApplication() {
        AccountLookUp alone = new AccountLookUp(Map.of(), Optional.empty(), nanoTime::get);

        assertThat(alone.find("south")).isEmpty();
        assertThat(alone.hasOthers()).isFalse();
    }

    @Test
    void remembersAnAccountForHalfAMinute() {
        store("south", "old");
        assertThat(key("south")).isEqualTo("old");
        store("south", "new");

        wait(AccountLookUp.FOUND.minusNanos(1));
        assertThat(key("south")).isEqualTo("old");
        wait(Duration.ofNanos(1));
        assertThat(key("south")).isEqualTo("new");
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void remembersAnUnknownNameForTenSeconds() {
        assertThat(lookUp.findClaimed("south")).isEmpty();
        store("south", "new");

        wait(AccountLookUp.NOT_FOUND.minusNanos(1));
        assertThat(lookUp.findClaimed("south")).isEmpty();
        assertThat(lookUps).hasValue(1);
        wait(Duration.ofNanos(1));
        assertThat(lookUp.findClaimed("south")).isPresent();
    }

    @Test
    void forgetsAnAccountThatWasDeleted() {
        store("south", "key");
        assertThat(lookUp.find("south")).isPresent();
        database.clear();
        wait(AccountLookUp.FOUND);

        assertThat(lookUp.findClaimed("south")).isEmpty();
        assertThat(lookUp.findClaimed("south")).isEmpty();
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void doesNotLookUpAnInvalidName() {
        for (String name : new String[] {"", "a b", "a/b", "ä", "a".repeat(65), "succeeded", "timed-out"}) {
            assertThat(lookUp.find(name)).as(name).isEmpty();
        }
        assertThat(lookUps).hasValue(0);
    }

    @Test
    void applicationMayAskForAnyNumberOfItsAccountsAtOnce() {
        for (int i = 0; i < 3_000; i++) {
            store("shop" + i, "key" + i);
        }

        for (int i = 0; i < 3_000; i++) {
            assertThat(lookUp.find("shop" + i)).as("shop" + i).isPresent();
        }
        assertThat(lookUps).hasValue(3_000);
    }

    @Test
    void limitsHowManyInventedNamesReachTheApplication() {
        int rejected = 0;
        for (int i = 0; i < 100_000; i++) {
            wait(Duration.ofMillis(1));
            try {
                assertThat(lookUp.findClaimed("invented-" + i)).isEmpty();
            } catch (AurpayUnavailableException e) {
                rejected++;
            }
        }

        assertThat(lookUps.get())
                .isLessThanOrEqualTo(100 * AccountLookUp.NEW_NAMES + AccountLookUp.NEW_NAMES_AT_ONCE)
                .isEqualTo(100_000 - rejected);
    }

    @Test
    void inventedNamesDoNotKeepAnAccountFromBeingLookedUpAgain() {
        store("south", "key");
        assertThat(lookUp.findClaimed("south")).isPresent();
        wait(AccountLookUp.FOUND);
        inventNames();

        assertThat(lookUp.findClaimed("south")).isPresent();
    }

    /** At the end of the half minute, the next callback of each account looks it up. */
    @Test
    void looksUpTenThousandAccountsAgainAtOnce() {
        for (int i = 0; i < AccountLookUp.REMEMBERED; i++) {
            store("shop" + i, "key" + i);
            assertThat(lookUp.find("shop" + i)).isPresent();
        }
        wait(AccountLookUp.FOUND);
        inventNames();
        lookUps.set(0);

        for (int i = 0; i < 2 * AccountLookUp.REMEMBERED; i++) {
            String name = "shop" + i % AccountLookUp.REMEMBERED;
            assertThat(lookUp.findClaimed(name)).as(name).isPresent();
        }
        assertThat(lookUps).as("each once").hasValue(AccountLookUp.REMEMBERED);
    }

    @Test
    void inventedNamesDoNotKeepTheApplicationFromANewAccount() {
        store("south", "key");
        inventNames();

        assertThatThrownBy(() -> lookUp.findClaimed("south")).isInstanceOf(AurpayUnavailableException.class);
        assertThat(lookUp.find("south")).isPresent();
        assertThat(lookUp.findClaimed("south")).as("now this account is known").isPresent();
    }

    /** Until they are no longer looked up. */
    private void inventNames() {
        assertThatThrownBy(() -> IntStream.rangeClosed(0, AccountLookUp.NEW_NAMES_AT_ONCE)
                        .forEach(i -> lookUp.findClaimed("invented-" + i)))
                .isInstanceOf(AurpayUnavailableException.class);
    }

    @Test
    void looksTheSameNameUpOnceAtATime() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CompletableFuture<Optional<Account>> response = new CompletableFuture<>();
        lookUp = lookUp(name -> {
            lookUps.incrementAndGet();
            asked.countDown();
            return response.join();
        });

        CompletableFuture<Optional<Account>> one = CompletableFuture.supplyAsync(() -> lookUp.find("south"));
        asked.await();
        Thread other = new Thread(() -> lookUp.find("south"));
        other.start();
        while (other.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        response.complete(Optional.of(account("south", "key")));

        assertThat(one.join()).isPresent();
        other.join();
        assertThat(lookUps).hasValue(1);
    }

    @Test
    void failureIsTransientAndNotRemembered() {
        IllegalStateException failure = new IllegalStateException("no database");
        boolean[] fails = {true};
        lookUp = lookUp(name -> {
            if (fails[0]) {
                throw failure;
            }
            return Optional.of(account(name, "key"));
        });

        assertThatThrownBy(() -> lookUp.find("south"))
                .isInstanceOf(AurpayUnavailableException.class)
                .hasMessage("the account <south> cannot be looked up: Accounts.find has failed")
                .hasCause(failure);
        fails[0] = false;
        assertThat(lookUp.find("south")).isPresent();
    }

    /** Otherwise a stranger could keep an account from being used that was just added. */
    @Test
    void applicationFindsAnAccountThatWasJustAdded() {
        assertThat(lookUp.findClaimed("south")).isEmpty();
        store("south", "key");

        assertThat(lookUp.findClaimed("south")).isEmpty();
        assertThat(lookUp.find("south")).isPresent();
        assertThat(lookUp.findClaimed("south")).isPresent();
    }

    @Test
    void fewThreadsWaitForAnApplicationThatHangs() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        lookUp = lookUp(name -> {
            lookUps.incrementAndGet();
            await(end);
            return Optional.empty();
        });
        ExecutorService threads = Executors.newCachedThreadPool();
        List<Future<?>> senders = IntStream.range(0, 500)
                .<Future<?>>mapToObj(i -> threads.submit(() -> lookUp.findClaimed("invented-" + i % 100)))
                .toList();

        int rejected = 0;
        while (rejected < 500 - AccountLookUp.NEW_NAMES_WAITING) {
            rejected = (int) senders.stream().filter(Future::isDone).count();
            Thread.onSpinWait();
        }
        assertThat(lookUps.get()).isLessThanOrEqualTo(AccountLookUp.NEW_NAMES_WAITING);
        end.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(1, TimeUnit.MINUTES)).isTrue();
        assertThat(lookUp.findClaimed("later")).as("nothing is left behind").isEmpty();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    @SuppressWarnings("NullAway") // applications are compiled without it
    void nullIsAFailure() {
        lookUp = lookUp(name -> null);

        assertThatThrownBy(() -> lookUp.find("south"))
                .isInstanceOf(AurpayUnavailableException.class)
                .cause()
                .hasMessage("Accounts.find has returned null");
    }

    /** As a database that does not distinguish case returns it. */
    @Test
    void accountOfAnotherNameIsUnknown() {
        lookUp = lookUp(name -> Optional.of(account("south", "key")));

        assertThat(lookUp.find("SOUTH")).isEmpty();
        assertThat(lookUp.find("south")).isPresent();
    }

    @Test
    void lookUpThatNeedsItselfFails() {
        lookUp = lookUp(name -> lookUp.find(name));

        assertThatThrownBy(() -> lookUp.find("south"))
                .isInstanceOf(AurpayUnavailableException.class)
                .cause()
                .hasMessage("Accounts.find(\"south\") needs the account that it looks up");
    }
}
