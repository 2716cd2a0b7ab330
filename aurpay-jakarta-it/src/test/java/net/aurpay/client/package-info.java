/** Doors into the library, for the guides' tests. */
@NullMarked
package net.aurpay.client;

import org.jspecify.annotations.NullMarked;
