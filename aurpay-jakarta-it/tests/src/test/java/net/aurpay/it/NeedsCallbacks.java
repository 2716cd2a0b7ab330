package net.aurpay.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Skips a test on servers that run the client without the webhook. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@EnabledIf(value = "net.aurpay.it.Server#takesCallbacks", disabledReason = "runs no WARs, and therefore no webhook")
@interface NeedsCallbacks {}
