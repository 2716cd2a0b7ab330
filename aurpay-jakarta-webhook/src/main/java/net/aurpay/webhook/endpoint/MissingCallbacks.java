package net.aurpay.webhook.endpoint;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import net.aurpay.client.AurpayApi;
import org.jspecify.annotations.Nullable;

/** Inspects each payment that the application creates, and never stops one. */
@AurpayApi
@Interceptor
@Priority(Interceptor.Priority.LIBRARY_BEFORE)
class MissingCallbacks {
    private static final System.Logger LOG = System.getLogger(MissingCallbacks.class.getName());

    @Inject
    CallbackReminder reminder;

    @AroundInvoke
    @Nullable
    Object call(InvocationContext invocation) throws Exception {
        try {
            reminder.inspect(invocation.getParameters());
        } catch (RuntimeException e) {
            LOG.log(System.Logger.Level.DEBUG, "it is not known whether the payment has callbacks", e);
        }
        return invocation.proceed();
    }
}
