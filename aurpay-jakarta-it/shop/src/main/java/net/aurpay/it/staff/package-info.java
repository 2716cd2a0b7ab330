/** An application with tokens, which {@code docs/security.md} shows and {@code SecurityIT} runs. */
@NullMarked
package net.aurpay.it.staff;

import org.jspecify.annotations.NullMarked;
