/** The application under test: it does what a test requests over HTTP, and shows the outcome. */
@NullMarked
package net.aurpay.it.app;

import org.jspecify.annotations.NullMarked;
