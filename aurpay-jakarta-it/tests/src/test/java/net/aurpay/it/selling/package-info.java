/** An application that calls the API for several accounts. */
@NullMarked
package net.aurpay.it.selling;

import org.jspecify.annotations.NullMarked;
