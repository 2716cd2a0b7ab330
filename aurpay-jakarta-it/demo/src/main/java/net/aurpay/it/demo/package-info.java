/** Sandbox and shop together, by one command. */
@NullMarked
package net.aurpay.it.demo;

import org.jspecify.annotations.NullMarked;
