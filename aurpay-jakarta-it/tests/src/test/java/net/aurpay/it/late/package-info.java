/** An observer that is told too late. */
@NullMarked
package net.aurpay.it.late;

import org.jspecify.annotations.NullMarked;
