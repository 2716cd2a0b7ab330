@NullMarked
package net.aurpay.webhook.probe;

import org.jspecify.annotations.NullMarked;
