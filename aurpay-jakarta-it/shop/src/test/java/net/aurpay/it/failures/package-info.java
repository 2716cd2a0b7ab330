/** What an application meets when a call fails. */
@NullMarked
package net.aurpay.it.failures;

import org.jspecify.annotations.NullMarked;
