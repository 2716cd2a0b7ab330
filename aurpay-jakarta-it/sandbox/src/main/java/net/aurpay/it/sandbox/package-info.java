/**
 * An Aurpay to run on your own machine: all operations of the API with state, a cashier page, callbacks. It shares no
 * code with the client, so that neither can hide the other's mistakes.
 */
@NullMarked
package net.aurpay.it.sandbox;

import org.jspecify.annotations.NullMarked;
