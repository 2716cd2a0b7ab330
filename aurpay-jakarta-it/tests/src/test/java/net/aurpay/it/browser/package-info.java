/** Tests in a browser: Debian's Chromium. */
@NullMarked
package net.aurpay.it.browser;

import org.jspecify.annotations.NullMarked;
