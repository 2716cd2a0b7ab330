package net.aurpay.client;

import java.util.Optional;

/**
 * Finds the accounts that the configuration does not list, for example in a database. If an application has many accounts, it
 * implements this interface as a CDI bean, usually {@code @ApplicationScoped}; without such a bean, only the configured
 * accounts exist.
 *
 * <p>{@link #find} is called by several threads at once. What it returns is remembered for half a minute, so a changed secret
 * takes effect within that time. That there is no such account is remembered for ten seconds.
 */
@FunctionalInterface
public interface Accounts {
    /**
     * Finds an account.
     *
     * @param name 1 to 64 of {@code A} to {@code Z}, {@code a} to {@code z}, {@code 0} to {@code 9}, {@code _} and
     *     {@code -}, but never {@code succeeded} or {@code timed-out}. It may come from anyone who calls the webhook, so
     *     it proves nothing
     * @return the account, which must have exactly this name; empty if there is no such account
     * @throws RuntimeException if the account cannot be looked up now. A callback is then answered 503, so that Aurpay
     *     sends it again
     */
    Optional<Account> find(String name);
}
