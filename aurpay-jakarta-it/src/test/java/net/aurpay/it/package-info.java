/** One suite for every server: black box, over HTTP, against the sandbox. */
@NullMarked
package net.aurpay.it;

import org.jspecify.annotations.NullMarked;
