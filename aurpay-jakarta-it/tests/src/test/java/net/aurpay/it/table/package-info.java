/** Observers that write to the inbox's database, and that hold an event or fail when a test tells them to. */
@NullMarked
package net.aurpay.it.table;

import org.jspecify.annotations.NullMarked;
