package net.aurpay.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Turns whatever a call ended in into an {@link AurpayException} that says whether it may have taken effect. */
final class CallFailure {
    private CallFailure() {}

    static AurpayException of(Method method, Throwable thrown) {
        Optional<AurpayException> known = causes(thrown)
                .filter(AurpayException.class::isInstance)
                .map(AurpayException.class::cast)
                .findFirst();
        if (known.isPresent()) {
            return known.get();
        }
        boolean write = isWrite(method);
        Optional<FieldException> field = causes(thrown)
                .filter(FieldException.class::isInstance)
                .map(FieldException.class::cast)
                .findFirst();
        if (field.isPresent()) {
            // Aurpay said 0, so a write did take effect
            return failure(method, field.get().getMessage() + "; Aurpay answered code 0", write, false, thrown);
        }
        return transport(method, thrown, write);
    }

    private static AurpayException transport(Method method, Throwable thrown, boolean write) {
        @Nullable
        String unsent = causes(thrown)
                .map(CallFailure::unsent)
                .filter(reason -> reason != null)
                .findFirst()
                .orElse(null);
        if (unsent != null) {
            return failure(method, unsent + "; nothing was sent", false, true, thrown);
        }
        String what = causes(thrown).anyMatch(SocketTimeoutException.class::isInstance)
                ? "no answer came within aurpay/mp-rest/readTimeout"
                : "the connection broke before the answer was complete (" + rootName(thrown) + ")";
        return failure(method, write ? what + Failure.LOOK_UP : what, write, true, thrown);
    }

    /** What proves that not a byte of the request arrived; null if nothing does. */
    private static @Nullable String unsent(Throwable cause) {
        if (cause instanceof UnknownHostException) {
            return "host of aurpay/mp-rest/url is unknown";
        } else if (cause instanceof SSLHandshakeException) {
            return "TLS handshake failed";
        } else if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
            return "no connection to aurpay/mp-rest/url";
        }
        boolean connecting = cause.getClass().getSimpleName().equals("ConnectTimeoutException")
                || (cause instanceof SocketTimeoutException
                        && String.valueOf(cause.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("connect timed out"));
        return connecting ? "no connection within aurpay/mp-rest/connectTimeout" : null;
    }

    private static AurpayException failure(
            Method method, String what, boolean outcomeUnknown, boolean unavailable, Throwable cause) {
        String message = method.getDeclaringClass().getSimpleName() + "." + method.getName() + ": " + what;
        return new Failure(message, AurpayException.NO_CODE, 0, null, outcomeUnknown, unavailable).exception(cause);
    }

    /** The six that move money or make orders; a log-in is a form and changes nothing. */
    static boolean isWrite(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        boolean form =
                consumes != null && Arrays.asList(consumes.value()).contains("application/x-www-form-urlencoded");
        return method.isAnnotationPresent(POST.class) && !form;
    }

    private static String rootName(Throwable thrown) {
        return causes(thrown)
                .reduce((first, second) -> second)
                .orElse(thrown)
                .getClass()
                .getSimpleName();
    }

    /** At most 20, for causes can form a ring. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }
}
