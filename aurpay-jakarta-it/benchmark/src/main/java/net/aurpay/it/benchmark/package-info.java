/** Compares the speed of the libraries with the minimum that has to be done, and with similar libraries. */
@NullMarked
package net.aurpay.it.benchmark;

import org.jspecify.annotations.NullMarked;
