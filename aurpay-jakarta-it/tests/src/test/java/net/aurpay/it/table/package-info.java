/** Observers that write to the data base that the inbox is in, and hold or fail when they are told to. */
@NullMarked
package net.aurpay.it.table;

import org.jspecify.annotations.NullMarked;
