/** An application whose REST API uses the webhook's names and has a filter of its own. */
@NullMarked
package net.aurpay.it.own;

import org.jspecify.annotations.NullMarked;
