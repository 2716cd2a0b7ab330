/** The application under test: it does what it is told over HTTP, and tells what came of it. */
@NullMarked
package net.aurpay.it.app;

import org.jspecify.annotations.NullMarked;
