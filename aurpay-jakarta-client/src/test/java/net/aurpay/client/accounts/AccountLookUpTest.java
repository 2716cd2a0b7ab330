package net.aurpay.client.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
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
    void remembersForTenSecondsThatThereIsNone() {
        assertThat(lookUp.find("south")).isEmpty();
        store("south", "new");

        wait(AccountLookUp.NOT_FOUND.minusNanos(1));
        assertThat(lookUp.find("south")).isEmpty();
        assertThat(lookUps).hasValue(1);
        wait(Duration.ofNanos(1));
        assertThat(key("south")).isEqualTo("new");
    }

    @Test
    void forgetsAnAccountThatWasDeleted() {
        store("south", "key");
        assertThat(lookUp.find("south")).isPresent();
        database.clear();
        wait(AccountLookUp.FOUND);

        assertThat(lookUp.find("south")).isEmpty();
        assertThat(lookUp.find("south")).isEmpty();
        assertThat(lookUps).hasValue(2);
    }

    @Test
    void looksUpNoNameThatNoAccountCanHave() {
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
            assertThat(lookUp.findForApplication("shop" + i)).as("shop" + i).isPresent();
        }
        assertThat(lookUps).hasValue(3_000);
    }

    @Test
    void inventedNamesReachTheApplicationOnlySoOften() {
        int rejected = 0;
        for (int i = 0; i < 100_000; i++) {
            wait(Duration.ofMillis(1));
            try {
                assertThat(lookUp.find("invented-" + i)).isEmpty();
            } catch (AurpayUnavailableException e) {
                rejected++;
            }
        }

        assertThat(lookUps.get()).isBetween(100 * AccountLookUp.NEW_NAMES, 101 * AccountLookUp.NEW_NAMES);
        assertThat(rejected).isEqualTo(100_000 - lookUps.get());
    }

    @Test
    void inventedNamesDoNotKeepAnAccountFromBeingLookedUpAgain() {
        store("south", "key");
        assertThat(lookUp.find("south")).isPresent();
        wait(AccountLookUp.FOUND);
        assertThatThrownBy(() ->
                        IntStream.range(0, 1 + AccountLookUp.NEW_NAMES).forEach(i -> lookUp.find("invented-" + i)))
                .isInstanceOf(AurpayUnavailableException.class);

        assertThat(lookUp.find("south")).isPresent();
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
        while (other.getState() != Thread.State.WAITING) {
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
                .hasMessage("the account cannot be looked up: " + failure + "; nothing was sent")
                .hasCause(failure);
        fails[0] = false;
        assertThat(lookUp.find("south")).isPresent();
    }

    @Test
    void rejectsAnAccountOfAnotherName() {
        lookUp = lookUp(name -> Optional.of(account("west", "key")));

        assertThatThrownBy(() -> lookUp.find("south"))
                .isInstanceOf(AurpayUnavailableException.class)
                .hasMessage("Accounts.find(\"south\") has returned the account <west>; nothing was sent");
    }
}
