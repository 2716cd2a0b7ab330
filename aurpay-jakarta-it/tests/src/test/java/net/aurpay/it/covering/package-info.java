/** The shop whose test docs/testing-under-confirm.md shows. */
@NullMarked
package net.aurpay.it.covering;

import org.jspecify.annotations.NullMarked;
