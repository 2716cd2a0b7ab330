/** An application that measures what its clients cost. */
@NullMarked
package net.aurpay.it.cost;

import org.jspecify.annotations.NullMarked;
