/** An application with accounts in its configuration and in a bean. */
@NullMarked
package net.aurpay.it.several;

import org.jspecify.annotations.NullMarked;
