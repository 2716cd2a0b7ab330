/** An observer that fails after the row of another observer was written. */
@NullMarked
package net.aurpay.it.flushing;

import org.jspecify.annotations.NullMarked;
