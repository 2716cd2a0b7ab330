package net.aurpay.client;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns whatever a call ended in into an {@link AurpayException} that says whether it may have taken effect. */
final class CallFailure {
    private CallFailure() {}

    /** The REST client would fail at it, nobody knows when. */
    static void refuseNullId(Method method, @Nullable Object @Nullable [] arguments) {
        Path path = declared(method).getAnnotation(Path.class);
        if (path != null && path.value().endsWith("}") && arguments != null && arguments[0] == null) {
            throw Failure.unsent(operation(method) + ": the order id must not be null; nothing was sent")
                    .exception(null);
        }
    }

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
        return new Failure(call + what, AurpayException.NO_CODE, 0, null, write && unsent == null, isBroken(thrown))
                .exception(thrown);
    }

    static String operation(Method method) {
        return declared(method).getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** As the interface has it: Quarkus calls through a class that it makes, where {@code @POST} is missing. */
    private static Method declared(Method method) {
        for (Class<?> type : method.getDeclaringClass().getInterfaces()) {
            for (Method candidate : type.getMethods()) {
                if (candidate.getName().equals(method.getName())) {
                    return candidate;
                }
            }
        }
        return method;
    }

    private static String broken(Throwable thrown) {
        if (has(thrown, "(Socket|NoStackTrace)TimeoutException.*")) {
            return "no answer came within aurpay/mp-rest/readTimeout";
        }
        List<Throwable> causes = causes(thrown);
        String root = causes.get(causes.size() - 1).getClass().getSimpleName();
        return isBroken(thrown)
                ? "the connection broke before the answer was complete (" + root + ")"
                : "the REST client failed (" + root + ")";
    }

    /** Vert.x, of Quarkus, has exceptions of its own. */
    private static boolean isBroken(Throwable thrown) {
        return find(IOException.class, thrown) != null || has(thrown, "(HttpClosed|NoStackTraceTimeout)Exception.*");
    }

    /** What proves that not a byte of the request arrived; null if nothing does. */
    private static @Nullable String unsent(Throwable thrown) {
        if (has(thrown, "UnknownHostException.*")) {
            return "host of aurpay/mp-rest/url is unknown";
        } else if (has(thrown, "SSL(Handshake|PeerUnverified)Exception.*")) {
            return "TLS handshake failed";
        } else if (has(thrown, "(Connect|NoRouteToHost)Exception.*")) {
            return "no connection to aurpay/mp-rest/url";
        }
        return has(
                        thrown,
                        "(Connect(ion(Pool|Request))?TimeoutException.*|SocketTimeoutException: (?i).*connect timed out.*)")
                ? "no connection within aurpay/mp-rest/connectTimeout"
                : null;
    }

    /** The six that move money or make orders; a log-in changes nothing. */
    static boolean isWrite(Method method) {
        return declared(method).isAnnotationPresent(POST.class)
                && !method.getName().equals("logIn");
    }

    /** By the names of classes, for they are not all there on every server: the end of one, and its message. */
    private static boolean has(Throwable thrown, String pattern) {
        for (Throwable cause : causes(thrown)) {
            if (cause.toString().matches("(?s)[\\w.$]*" + pattern)) {
                return true;
            }
        }
        return false;
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
