/** An application without this library, to compare with. */
@NullMarked
package net.aurpay.it.bare;

import org.jspecify.annotations.NullMarked;
