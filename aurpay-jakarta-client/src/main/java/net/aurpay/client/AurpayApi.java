package net.aurpay.client;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a client of this library: every failure of a call becomes an {@link AurpayException}, and reads are retried.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AurpayApi {
    /** Whether a call that only reads ({@code GET}) is retried while Aurpay is unavailable. */
    @Nonbinding
    boolean retried() default true;
}
