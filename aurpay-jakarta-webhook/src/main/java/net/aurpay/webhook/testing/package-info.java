/**
 * Signed callbacks for the tests of applications that observe them.
 *
 * <pre>{@code
 * URI url = URI.create("http://localhost:9080/shop/aurpay/callbacks");
 * SignedCallback paid = SignedCallback.succeeded(url, "A-1");
 *
 * assertThat(paid.signedWith(token, secret).send()).isEqualTo(200);
 * assertThat(paid.signedWith(token, "forged").send()).isEqualTo(401);
 * }</pre>
 */
@NullMarked
package net.aurpay.webhook.testing;

import org.jspecify.annotations.NullMarked;
