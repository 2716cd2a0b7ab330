/** An application with thousands of accounts, which it finds in a table. */
@NullMarked
package net.aurpay.it.many;

import org.jspecify.annotations.NullMarked;
