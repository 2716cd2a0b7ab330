/**
 * Not API: tests use {@code net.aurpay.sandbox}.
 *
 * <p>A sandbox that plays Aurpay on your own machine: it implements all operations of the API statefully, shows a cashier
 * page and sends callbacks. It shares no code with the client; otherwise a bug in that code would go unnoticed.
 */
@NullMarked
package net.aurpay.it.sandbox;

import org.jspecify.annotations.NullMarked;
