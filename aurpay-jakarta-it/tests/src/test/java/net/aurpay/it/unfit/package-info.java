/** Beans that inject interfaces with which the library must not be deployed. */
@NullMarked
package net.aurpay.it.unfit;

import org.jspecify.annotations.NullMarked;
