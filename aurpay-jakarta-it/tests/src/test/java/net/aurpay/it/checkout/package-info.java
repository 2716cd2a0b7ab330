/** The checkout that the README and {@code checkout.md} show, and a resource that calls it over HTTP. */
@NullMarked
package net.aurpay.it.checkout;

import org.jspecify.annotations.NullMarked;
