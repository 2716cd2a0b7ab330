package net.aurpay.it;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIf;

/** Skipped where the client runs alone. */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
@EnabledIf(value = "net.aurpay.it.Server#takesCallbacks", disabledReason = "takes no WAR, and so no webhook")
@interface NeedsCallbacks {}
