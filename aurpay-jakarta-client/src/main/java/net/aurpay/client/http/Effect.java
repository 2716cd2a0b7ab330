package net.aurpay.client.http;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;

/** What a call may have done although the call failed, and what its caller should do about that. */
public enum Effect {
    /** The effect of calls that only read, and of a log-in. */
    NONE(""),
    /**
     * A payment URL may exist. Aurpay has no look-up for payment URLs, but a URL that nobody can open never becomes an
     * order.
     */
    PAYMENT_URL("; it may have taken effect, but a payment URL that nobody knows is never paid, and there is no look-up"
            + " for it: ask for another"),
    ORDER_OR_MONEY("; it may have taken effect: look it up before calling again");

    private final String advice;

    Effect(String advice) {
        this.advice = advice;
    }

    /** @param method the method as the interface declares it */
    static Effect of(Method method) {
        if (!method.isAnnotationPresent(POST.class) || method.getName().equals("logIn")) {
            return NONE;
        }
        return method.getName().equals("createPaymentUrl") ? PAYMENT_URL : ORDER_OR_MONEY;
    }

    static Effect of(ClientRequestContext request) {
        if (request.getMethod().equals("GET")
                || MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(request.getMediaType())) {
            return NONE;
        }
        return request.getUri().getPath().endsWith("/order/pay-url") ? PAYMENT_URL : ORDER_OR_MONEY;
    }

    /** The end of a message about a failure whose outcome is unknown. */
    String advice() {
        return advice;
    }
}
