/** How fast the libraries are, beside the least that could be done and beside their peers. */
@NullMarked
package net.aurpay.it.benchmark;

import org.jspecify.annotations.NullMarked;
