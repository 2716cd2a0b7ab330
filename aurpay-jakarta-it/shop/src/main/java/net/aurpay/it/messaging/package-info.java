/** A shop that forwards paid orders to a queue, in the transaction of their callback. */
@NullMarked
package net.aurpay.it.messaging;

import org.jspecify.annotations.NullMarked;
