/** Signed callbacks for the tests of applications that observe them. */
@NullMarked
package net.aurpay.webhook.testing;

import org.jspecify.annotations.NullMarked;
