@NullMarked
package net.aurpay.webhook.cashier;

import org.jspecify.annotations.NullMarked;
