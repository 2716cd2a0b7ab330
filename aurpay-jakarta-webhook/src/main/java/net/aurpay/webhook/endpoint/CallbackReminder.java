package net.aurpay.webhook.endpoint;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import net.aurpay.client.LightningOrderRequest;
import net.aurpay.client.PaymentRequest;
import net.aurpay.client.PaymentUrlRequest;
import org.jspecify.annotations.Nullable;

/**
 * Warns once if the application is set up for callbacks but creates a payment without them: the customer would pay, and
 * no event would be fired. Thread-safe.
 */
@ApplicationScoped
class CallbackReminder {
    private static final System.Logger LOG = System.getLogger(CallbackReminder.class.getName());

    @Inject
    WebhookLifecycle webhook;

    private final AtomicBoolean warned = new AtomicBoolean();

    /**
     * Warns if the call creates a payment without callbacks.
     *
     * @param arguments of a call to the API
     */
    void inspect(@Nullable Object @Nullable [] arguments) {
        Object request = arguments == null || arguments.length == 0 ? null : arguments[0];
        if (request != null
                && webhook.config()
                        .filter(config -> lacksCallbacks(request, config.confirm()))
                        .isPresent()
                && warned.compareAndSet(false, true)) {
            LOG.log(
                    System.Logger.Level.WARNING,
                    "a payment is created without callbacks, so no event will report whether it is paid: pass"
                            + " CallbackUrls.forPayment(reference) to "
                            + request.getClass().getSimpleName() + ".withCallbacks; this warning is given once");
        }
    }

    static boolean lacksCallbacks(Object request, boolean confirm) {
        if (request instanceof PaymentUrlRequest asked) {
            return asked.options().callbacks() == null;
        } else if (request instanceof PaymentRequest asked) {
            return asked.options().callbacks() == null;
        }
        // If confirmation is on, a Lightning order cannot have callbacks from CallbackUrls.
        return request instanceof LightningOrderRequest asked && !confirm && asked.callbacks() == null;
    }
}
