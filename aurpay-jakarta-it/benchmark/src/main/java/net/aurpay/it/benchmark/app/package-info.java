/** The application with the two libraries. */
@NullMarked
package net.aurpay.it.benchmark.app;

import org.jspecify.annotations.NullMarked;
