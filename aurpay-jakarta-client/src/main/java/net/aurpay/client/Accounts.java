package net.aurpay.client;

import java.util.Optional;

/**
 * Finds the accounts that the configuration does not list, for example in a database. If an application has many accounts, it
 * implements this interface as a CDI bean, usually {@code @ApplicationScoped}; without such a bean, only the configured
 * accounts exist.
 *
 * <p>{@link #find} is called by several threads at once. If a client is called in a transaction, so is {@link #find}. An
 * account is remembered for half a minute, so a changed secret takes effect within that time. If the webhook asks for an
 * account that does not exist, that is remembered for ten seconds, and strangers cannot cause more than a hundred look-ups
 * a second.
 */
@FunctionalInterface
public interface Accounts {
    /**
     * Finds an account.
     *
     * @param name 1 to 64 of {@code A} to {@code Z}, {@code a} to {@code z}, {@code 0} to {@code 9}, {@code _} and
     *     {@code -}. It may come from anyone who calls the webhook, so it proves nothing
     * @return the account, which must have exactly this name: an account of another name, also in another case, is taken for
     *     missing; empty if it does not exist
     * @throws RuntimeException if it cannot be found out now. A callback is then answered 503, so that Aurpay sends it
     *     again
     */
    Optional<Account> find(String name);
}
