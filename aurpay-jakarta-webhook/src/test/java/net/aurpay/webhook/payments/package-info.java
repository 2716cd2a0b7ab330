@NullMarked
package net.aurpay.webhook.payments;

import org.jspecify.annotations.NullMarked;
