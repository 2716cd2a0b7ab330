/** Code that both applications on the server contain. */
@NullMarked
package net.aurpay.it.benchmark.clock;

import org.jspecify.annotations.NullMarked;
