/** The application without the two libraries, with which the other application is compared on a server. */
@NullMarked
package net.aurpay.it.benchmark.bare;

import org.jspecify.annotations.NullMarked;
