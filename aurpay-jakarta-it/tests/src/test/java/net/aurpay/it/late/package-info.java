/** An observer that is called too late in the transaction. */
@NullMarked
package net.aurpay.it.late;

import org.jspecify.annotations.NullMarked;
