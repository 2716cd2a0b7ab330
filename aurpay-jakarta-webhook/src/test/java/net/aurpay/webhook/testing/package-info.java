@NullMarked
package net.aurpay.webhook.testing;

import org.jspecify.annotations.NullMarked;
