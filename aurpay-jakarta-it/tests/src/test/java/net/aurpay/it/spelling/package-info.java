/** A resource that shows how a server's configuration returns a secret. */
@NullMarked
package net.aurpay.it.spelling;

import org.jspecify.annotations.NullMarked;
