package net.aurpay.webhook.endpoint;

import java.util.Optional;
import java.util.Set;
import net.aurpay.client.Account;
import net.aurpay.client.Aurpay;

/** The accounts that have a name. Thread-safe. */
interface NamedAccounts {
    /** There are no named accounts. */
    NamedAccounts NONE = new NamedAccounts() {
        @Override
        public Optional<Account> find(String name) {
            return Optional.empty();
        }

        @Override
        public Optional<Account> findClaimed(String name) {
            return Optional.empty();
        }

        @Override
        public Set<String> configured() {
            return Set.of();
        }

        @Override
        public boolean hasOthers() {
            return false;
        }

        @Override
        public Aurpay clients(String name) {
            throw new IllegalArgumentException("there is no account <" + name + ">");
        }
    };

    /**
     * Finds an account that the application has named.
     *
     * @throws net.aurpay.client.AurpayException if this is not possible now
     */
    Optional<Account> find(String name);

    /**
     * Finds an account that a request has named. Anyone can invent such a name, so the number of look-ups is bounded.
     *
     * @throws net.aurpay.client.AurpayException if this is not possible now
     */
    Optional<Account> findClaimed(String name);

    /** The names that the configuration lists. */
    Set<String> configured();

    /** Whether there may be accounts that the configuration does not list. */
    boolean hasOthers();

    /** The clients of an account that exists. */
    Aurpay clients(String name);

    default boolean isEmpty() {
        return configured().isEmpty() && !hasOthers();
    }

    /**
     * Returns an account.
     *
     * @throws IllegalArgumentException if there is no such account
     */
    default Account require(String name) {
        return Optional.of(name)
                .filter(Account::isName)
                .flatMap(this::find)
                .orElseThrow(() -> new IllegalArgumentException("there is no account <" + name + ">"));
    }
}
