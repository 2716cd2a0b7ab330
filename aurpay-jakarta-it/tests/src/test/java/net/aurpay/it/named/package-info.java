/** An application with named accounts: its bean knows some of them, and its observers record whose events they see. */
@NullMarked
package net.aurpay.it.named;

import org.jspecify.annotations.NullMarked;
