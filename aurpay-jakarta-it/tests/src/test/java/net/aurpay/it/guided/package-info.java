/** The parts of a shop that the guides leave to the shop, and a resource for the tests. */
@NullMarked
package net.aurpay.it.guided;

import org.jspecify.annotations.NullMarked;
