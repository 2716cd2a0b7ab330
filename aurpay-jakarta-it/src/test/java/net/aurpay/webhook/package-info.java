/** Doors into the library, for the guides' tests. */
@NullMarked
package net.aurpay.webhook;

import org.jspecify.annotations.NullMarked;
