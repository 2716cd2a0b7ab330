/** How a shop outgrows one server: orders go on to a queue, in the transaction of their callback. */
@NullMarked
package net.aurpay.it.messaging;

import org.jspecify.annotations.NullMarked;
