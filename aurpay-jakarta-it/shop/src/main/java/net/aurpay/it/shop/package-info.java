/** The demo shop: the README's examples, compiled. */
@NullMarked
package net.aurpay.it.shop;

import org.jspecify.annotations.NullMarked;
