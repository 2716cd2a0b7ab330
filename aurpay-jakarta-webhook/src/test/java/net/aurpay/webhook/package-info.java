@NullMarked
package net.aurpay.webhook;

import org.jspecify.annotations.NullMarked;
