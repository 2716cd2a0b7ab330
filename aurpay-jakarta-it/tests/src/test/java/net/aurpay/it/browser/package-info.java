/** Debian's Chromium, driven from tests. */
@NullMarked
package net.aurpay.it.browser;

import org.jspecify.annotations.NullMarked;
