/** An application whose REST API has the webhook's names, and a filter of its own. */
@NullMarked
package net.aurpay.it.own;

import org.jspecify.annotations.NullMarked;
