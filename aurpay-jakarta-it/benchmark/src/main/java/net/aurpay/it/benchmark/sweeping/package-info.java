/** The application whose open payments are swept. */
@NullMarked
package net.aurpay.it.benchmark.sweeping;

import org.jspecify.annotations.NullMarked;
