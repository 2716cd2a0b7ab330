/** An application that uses JWTs; {@code docs/security.md} shows it and {@code SecurityIT} runs it. */
@NullMarked
package net.aurpay.it.staff;

import org.jspecify.annotations.NullMarked;
