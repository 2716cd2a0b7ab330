/** The demo shop. The README shows its class {@link Checkout}. */
@NullMarked
package net.aurpay.it.shop;

import org.jspecify.annotations.NullMarked;
