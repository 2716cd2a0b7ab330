/** Runs Open Liberty as a process, for the demo and for tests that kill servers. */
@NullMarked
package net.aurpay.it.liberty;

import org.jspecify.annotations.NullMarked;
