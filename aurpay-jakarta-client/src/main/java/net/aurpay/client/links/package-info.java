/** <strong>Not API.</strong> Writes the links that open a wallet, one class for each specification. */
@NullMarked
package net.aurpay.client.links;

import org.jspecify.annotations.NullMarked;
