/** Lets a test call the examples of {@code docs/accounts.md}. */
@NullMarked
package net.aurpay.it.platform;

import org.jspecify.annotations.NullMarked;
