/** The guides' examples that no other package contains; {@code ObserversIT} runs them. */
@NullMarked
package net.aurpay.it.guide;

import org.jspecify.annotations.NullMarked;
