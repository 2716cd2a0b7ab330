/** Servlet filters in front of the endpoint that get in its way. */
@NullMarked
package net.aurpay.it.front;

import org.jspecify.annotations.NullMarked;
