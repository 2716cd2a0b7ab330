/** What the guide to the payment page leaves to the shop: a resource that sells, and that a test can ask for a look. */
@NullMarked
package net.aurpay.it.paying;

import org.jspecify.annotations.NullMarked;
