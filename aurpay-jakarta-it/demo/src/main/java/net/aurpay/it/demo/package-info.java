/** Starts sandbox and shop with one command. */
@NullMarked
package net.aurpay.it.demo;

import org.jspecify.annotations.NullMarked;
