package net.aurpay.client;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** Turns whatever a call ended in into an {@link AurpayException} that says whether it may have taken effect. */
final class CallFailure {
    private CallFailure() {}

    static AurpayException of(Method method, Throwable thrown) {
        AurpayException known = find(AurpayException.class, thrown);
        if (known != null) {
            return known;
        }
        String call = operation(method) + ": ";
        boolean write = isWrite(method);
        FieldException field = find(FieldException.class, thrown);
        if (field != null) {
            String what = call + field.getMessage() + "; Aurpay answered code 0" + (write ? Failure.LOOK_UP : "");
            return new Failure(what, 0, 200, field.traceId(), write, false).exception(thrown);
        }
        String unsent = unsent(thrown);
        String what = unsent == null ? broken(thrown) + (write ? Failure.LOOK_UP : "") : unsent + "; nothing was sent";
        return new Failure(
                        call + what,
                        AurpayException.NO_CODE,
                        0,
                        null,
                        write && unsent == null,
                        find(IOException.class, thrown) != null)
                .exception(thrown);
    }

    static String operation(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    private static String broken(Throwable thrown) {
        if (find(SocketTimeoutException.class, thrown) != null) {
            return "no answer came within aurpay/mp-rest/readTimeout";
        }
        List<Throwable> causes = causes(thrown);
        String root = causes.get(causes.size() - 1).getClass().getSimpleName();
        return find(IOException.class, thrown) != null
                ? "the connection broke before the answer was complete (" + root + ")"
                : "the REST client failed (" + root + ")";
    }

    /** What proves that not a byte of the request arrived; null if nothing does. */
    private static @Nullable String unsent(Throwable thrown) {
        if (find(UnknownHostException.class, thrown) != null) {
            return "host of aurpay/mp-rest/url is unknown";
        } else if (find(SSLHandshakeException.class, thrown) != null
                || find(SSLPeerUnverifiedException.class, thrown) != null) {
            return "TLS handshake failed";
        } else if (find(ConnectException.class, thrown) != null || find(NoRouteToHostException.class, thrown) != null) {
            return "no connection to aurpay/mp-rest/url";
        }
        for (Throwable cause : causes(thrown)) {
            if (isConnecting(cause)) {
                return "no connection within aurpay/mp-rest/connectTimeout";
            }
        }
        return null;
    }

    /** By the name: Apache's are no {@link SocketTimeoutException}, and not there on every server. */
    private static boolean isConnecting(Throwable cause) {
        return cause.getClass().getSimpleName().matches(".*Connect(ion(Pool|Request))?TimeoutException")
                || (cause instanceof SocketTimeoutException
                        && String.valueOf(cause.getMessage())
                                .toLowerCase(Locale.ROOT)
                                .contains("connect timed out"));
    }

    /** The six that move money or make orders; a log-in is a form and changes nothing. */
    static boolean isWrite(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        boolean form =
                consumes != null && Arrays.asList(consumes.value()).contains("application/x-www-form-urlencoded");
        return method.isAnnotationPresent(POST.class) && !form;
    }

    private static <T> @Nullable T find(Class<T> type, Throwable thrown) {
        for (Throwable cause : causes(thrown)) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** At most 20, for causes can form a ring. */
    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && causes.size() < 20; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
