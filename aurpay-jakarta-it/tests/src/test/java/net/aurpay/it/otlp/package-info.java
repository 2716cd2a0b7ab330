/** OpenTelemetry as it comes over the wire. */
@NullMarked
package net.aurpay.it.otlp;

import org.jspecify.annotations.NullMarked;
