/** What a phone's camera reads, for the shop and for the cashier. */
@NullMarked
package net.aurpay.it.qr;

import org.jspecify.annotations.NullMarked;
