/** Accounts that the application finds, as many as the benchmark asks for. */
@NullMarked
package net.aurpay.it.benchmark.merchants;

import org.jspecify.annotations.NullMarked;
