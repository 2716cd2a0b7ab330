package net.aurpay.client;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a REST client for Aurpay's API, of this library or of the application: every failure of a call becomes an
 * {@link AurpayException}, and reads are retried. An interface of the application needs three annotations:
 *
 * <pre>{@code
 * @AurpayApi
 * @RegisterProvider(AurpayFeature.class)
 * @RegisterRestClient(configKey = "aurpay", baseUri = Aurpay.URL)
 * }</pre>
 *
 * <p>If one of them is missing, or a method has a parameter that cannot be signed as it is sent, the deployment fails
 * with a message that says so.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface AurpayApi {
    /** Whether a call that only reads ({@code GET}) is retried while Aurpay is unavailable. */
    @Nonbinding
    boolean retried() default true;
}
