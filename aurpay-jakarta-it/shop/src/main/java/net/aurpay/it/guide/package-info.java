/** What the guides show and no other package has: compiled here, run by {@code ObserversIT}. */
@NullMarked
package net.aurpay.it.guide;

import org.jspecify.annotations.NullMarked;
