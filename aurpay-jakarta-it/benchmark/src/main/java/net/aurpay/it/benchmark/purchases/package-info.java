/** The shop's own work, which is the same in each application that receives callbacks. */
@NullMarked
package net.aurpay.it.benchmark.purchases;

import org.jspecify.annotations.NullMarked;
