/** What both applications on the server have. */
@NullMarked
package net.aurpay.it.benchmark.clock;

import org.jspecify.annotations.NullMarked;
