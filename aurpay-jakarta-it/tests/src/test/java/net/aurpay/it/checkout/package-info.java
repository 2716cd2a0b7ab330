/** The checkout that the README shows, to be called over HTTP. */
@NullMarked
package net.aurpay.it.checkout;

import org.jspecify.annotations.NullMarked;
