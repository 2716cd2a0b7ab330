/** A receiver of OpenTelemetry's protocol. */
@NullMarked
package net.aurpay.it.otlp;

import org.jspecify.annotations.NullMarked;
