package net.aurpay.client.http;

import jakarta.ws.rs.WebApplicationException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.aurpay.client.AurpayException;
import net.aurpay.client.json.UnexpectedFieldException;
import org.jspecify.annotations.Nullable;

/** Turns every failure of a call into an {@link AurpayException} that says whether the call may have taken effect. */
final class ExceptionTranslator {
    private ExceptionTranslator() {}

    /** @param destination the result of {@link Destination#of}, for the message */
    static AurpayException of(Method method, Throwable thrown, String destination) {
        AurpayException known = known(thrown);
        if (known != null) {
            return known;
        }
        String call = operation(method) + ": ";
        Effect effect = effect(method);
        boolean write = effect != Effect.NONE;
        UnexpectedFieldException field = find(UnexpectedFieldException.class, thrown);
        if (field != null) {
            String what = call + field.getMessage() + "; Aurpay answered code 0" + effect.advice();
            return new FailureDetails(what, 0, 200, field.traceId(), write, false).exception(thrown);
        }
        ConnectionFailure failure = ConnectionFailure.of(causes(thrown));
        String unsent = failure == null ? null : failure.unsent();
        String what = unsent == null
                ? lost(failure, thrown) + effect.advice()
                : unsent + ": " + destination + "; nothing was sent";
        return new FailureDetails(
                        call + what, AurpayException.NO_CODE, 0, null, write && unsent == null, failure != null)
                .exception(thrown);
    }

    private static String lost(@Nullable ConnectionFailure failure, Throwable thrown) {
        if (failure == ConnectionFailure.NO_RESPONSE_IN_TIME) {
            return "no response came within " + ClientKeys.READ_TIMEOUT;
        }
        List<Throwable> causes = causes(thrown);
        String root = causes.get(causes.size() - 1).getClass().getSimpleName();
        return failure == ConnectionFailure.BROKEN
                ? "the connection broke before the response was complete (" + root + ")"
                : "the REST client failed (" + root + ")";
    }

    /**
     * Returns the failure that {@link ResponseFilter} found, if it found one. This also works if a mapper of the application handled the failure
     * first, but threw an exception with the response.
     */
    private static @Nullable AurpayException known(Throwable thrown) {
        AurpayException known = find(AurpayException.class, thrown);
        WebApplicationException mapped = find(WebApplicationException.class, thrown);
        if (known != null || mapped == null) {
            return known;
        }
        String failure = mapped.getResponse().getHeaderString(ResponseFilter.FAILURE);
        return failure == null ? null : FailureDetails.fromJson(failure).exception(thrown);
    }

    static Effect effect(Method method) {
        return Effect.of(declared(method));
    }

    static String operation(Method method) {
        return declared(method).getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /**
     * The method as the interface declares it. Quarkus calls methods of a generated class, which lack {@code @POST}.
     */
    static Method declared(Method method) {
        if (method.getDeclaringClass().isInterface()) {
            return method;
        }
        for (Class<?> type : method.getDeclaringClass().getInterfaces()) {
            for (Method candidate : type.getMethods()) {
                if (candidate.getName().equals(method.getName())
                        && Arrays.equals(candidate.getParameterTypes(), method.getParameterTypes())) {
                    return candidate;
                }
            }
        }
        return method;
    }

    private static <T> @Nullable T find(Class<T> type, Throwable thrown) {
        for (Throwable cause : causes(thrown)) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }

    /** The exception and its causes, 20 at most, because causes can form a ring. */
    private static List<Throwable> causes(Throwable thrown) {
        List<Throwable> causes = new ArrayList<>();
        for (Throwable cause = thrown; cause != null && causes.size() < 20; cause = cause.getCause()) {
            causes.add(cause);
        }
        return causes;
    }
}
