/** What shows how a server hands over a secret. */
@NullMarked
package net.aurpay.it.spelling;

import org.jspecify.annotations.NullMarked;
