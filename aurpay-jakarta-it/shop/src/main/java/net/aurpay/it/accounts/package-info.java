/** The examples of {@code docs/accounts.md}, without null annotations, like most applications. {@code AccountsGuideIT} runs them. */
@NullUnmarked
package net.aurpay.it.accounts;

import org.jspecify.annotations.NullUnmarked;
