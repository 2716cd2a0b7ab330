/** The demo shop. The README shows a part of its class {@link Checkout}, {@code checkout.md} all of it. */
@NullMarked
package net.aurpay.it.shop;

import org.jspecify.annotations.NullMarked;
