package net.aurpay.client.http;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

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
        String path = RequestTarget.of(method);
        return of(httpMethod(method), path, path.endsWith("/api/user/login"));
    }

    static Effect of(ClientRequestContext request) {
        return of(request.getMethod(), request.getUri().getRawPath(), RequestTarget.isLogIn(request.getUri()));
    }

    private static Effect of(@Nullable String httpMethod, String path, boolean logIn) {
        if (isRead(httpMethod) || logIn) {
            return NONE;
        }
        return path.endsWith("/order/pay-url") ? PAYMENT_URL : ORDER_OR_MONEY;
    }

    /** Whether a request only reads. Any other method may change something, whatever Aurpay adds. */
    static boolean isRead(@Nullable String httpMethod) {
        return "GET".equals(httpMethod) || "HEAD".equals(httpMethod);
    }

    /** The HTTP method of a method of an interface; null if the method has none. */
    static @Nullable String httpMethod(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod named = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (named != null) {
                return named.value();
            }
        }
        return null;
    }

    /** The end of a message about a failure whose outcome is unknown. */
    String advice() {
        return advice;
    }
}
