/** An application without the two libraries: what they are measured against on a server. */
@NullMarked
package net.aurpay.it.benchmark.bare;

import org.jspecify.annotations.NullMarked;
