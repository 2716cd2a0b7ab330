/** An application that calls endpoints of Aurpay which the library does not know, through interfaces of its own. */
@NullMarked
package net.aurpay.it.invoices;

import org.jspecify.annotations.NullMarked;
