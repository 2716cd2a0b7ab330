package net.aurpay.client.http;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import net.aurpay.client.AurpayException;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a method of an interface. Checks the arguments before the REST client sees them, because REST
 * clients differ in what they make of an unusable argument, and spells the texts in them.
 */
final class CallParameters {
    private final String operation;
    private final List<CallParameter> parameters;
    private final boolean hasBody;

    private CallParameters(String operation, List<CallParameter> parameters) {
        this.operation = operation;
        this.parameters = parameters;
        hasBody = parameters.stream().anyMatch(CallParameters::isBody);
    }

    /**
     * Reads the parameters of a method.
     *
     * @param method the method as the interface declares it
     * @throws IllegalArgumentException if this library cannot call the method as it promises; the message says why
     */
    static CallParameters of(Method method) {
        String operation = ExceptionTranslator.operation(method);
        try {
            rejectAsynchronous(method.getReturnType());
            List<CallParameter> parameters = new ArrayList<>();
            for (Parameter parameter : method.getParameters()) {
                parameters.add(CallParameter.of(
                        parameter, parameter.getType(), parameter.getParameterizedType(), CallParameter.Kind.BODY));
            }
            rejectOtherBodies(method, parameters);
            return new CallParameters(operation, List.copyOf(parameters));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(operation + ": " + e.getMessage(), e);
        }
    }

    /**
     * Reads the parameters of a method once.
     *
     * @param method as the server calls it
     * @param known what was read before
     * @throws AurpayException if this library cannot call the method as it promises; nothing was sent
     */
    static CallParameters of(Method method, Map<Method, CallParameters> known) {
        CallParameters parameters = known.get(method);
        if (parameters == null) {
            try {
                parameters = of(ExceptionTranslator.declared(method));
            } catch (IllegalArgumentException e) {
                throw FailureDetails.unsent(e.getMessage() + "; nothing was sent")
                        .exception(e);
            }
            known.put(method, parameters);
        }
        return parameters;
    }

    private static void rejectAsynchronous(Class<?> returned) {
        if (CompletionStage.class.isAssignableFrom(returned)
                || returned.getName().startsWith("io.smallrye.mutiny.")
                || returned.getName().startsWith("org.reactivestreams.")) {
            throw new IllegalArgumentException("an asynchronous call, which returns a " + returned.getSimpleName()
                    + ", would neither be retried nor throw an AurpayException");
        }
    }

    private static void rejectOtherBodies(Method method, List<CallParameter> parameters) {
        boolean isForm = parameters.stream().anyMatch(parameter -> parameter.kind() == CallParameter.Kind.FORM);
        if (isForm && !RequestTarget.of(method).endsWith("/api/user/login")) {
            throw new IllegalArgumentException(
                    "a body is always JSON: pass one object without an annotation in place of @FormParam");
        }
        long bodies = parameters.stream().filter(CallParameters::isBody).count();
        String httpMethod = Effect.httpMethod(method);
        if (bodies == 0 && ("PUT".equals(httpMethod) || "PATCH".equals(httpMethod))) {
            throw new IllegalArgumentException(
                    "a " + httpMethod + " must have a body, because Jersey cannot send one without");
        }
        if (bodies > (Effect.isRead(httpMethod) ? 0 : 1)) {
            throw new IllegalArgumentException(
                    "only one parameter may be without an annotation: it is the body, and a" + " GET has none");
        }
    }

    private static boolean isBody(CallParameter parameter) {
        return parameter.kind() == CallParameter.Kind.BODY;
    }

    /** Whether a request of this method has a body. */
    boolean hasBody() {
        return hasBody;
    }

    /**
     * Returns the arguments that the REST client gets: the same object if nothing has to be spelled.
     *
     * @throws AurpayException if an argument is unusable; nothing was sent
     */
    @Nullable
    Object @Nullable [] prepare(@Nullable Object @Nullable [] arguments) {
        if (arguments == null) {
            return null;
        }
        @Nullable Object[] prepared = arguments;
        for (int i = 0; i < arguments.length; i++) {
            Object argument = prepare(parameters.get(i), arguments[i]);
            if (argument != arguments[i]) {
                prepared = prepared == arguments ? arguments.clone() : prepared;
                prepared[i] = argument;
            }
        }
        return prepared;
    }

    private @Nullable Object prepare(CallParameter parameter, @Nullable Object argument) {
        try {
            return parameter.prepare(argument);
        } catch (IllegalArgumentException e) {
            throw FailureDetails.unsent(operation + ": " + e.getMessage() + "; nothing was sent")
                    .exception(e);
        }
    }
}
