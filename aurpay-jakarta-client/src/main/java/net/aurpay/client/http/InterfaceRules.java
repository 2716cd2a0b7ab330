package net.aurpay.client.http;

import jakarta.ws.rs.Encoded;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import net.aurpay.client.Aurpay;
import net.aurpay.client.AurpayApi;
import net.aurpay.client.AurpayFeature;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/**
 * Checks an interface of the application whose calls this library is to sign, retry and judge. MicroProfile Rest Client
 * reads its annotations from the interface itself, so none of them can be hidden behind one of ours.
 */
final class InterfaceRules {
    private static final String KEY = "aurpay";

    private InterfaceRules() {}

    /** Whether the requests of an interface are signed. */
    static boolean isSigned(Class<?> type) {
        return Arrays.stream(type.getAnnotationsByType(RegisterProvider.class))
                .anyMatch(provider -> provider.value() == AurpayFeature.class);
    }

    /** @throws IllegalArgumentException if calls of the interface would not be what this library promises */
    static void check(Class<?> type, Config config) {
        if (!type.isInterface()) {
            throw unfit(type, "must be an interface");
        }
        if (!type.isAnnotationPresent(AurpayApi.class)) {
            throw unfit(
                    type,
                    "must have @AurpayApi: otherwise its calls would neither be retried nor throw an AurpayException");
        }
        if (!isSigned(type)) {
            throw unfit(
                    type,
                    "must have @RegisterProvider(AurpayFeature.class): otherwise its requests would not be signed");
        }
        checkAddress(type, config);
        if (type.isAnnotationPresent(Encoded.class)) {
            throw unfit(type, "must not have @Encoded: the library encodes each text");
        }
        for (Method method : type.getMethods()) {
            check(method);
        }
    }

    private static void checkAddress(Class<?> type, Config config) {
        RegisterRestClient client = type.getAnnotation(RegisterRestClient.class);
        if (client == null) {
            return;
        }
        if (!client.configKey().equals(KEY)) {
            throw unfit(
                    type,
                    "must have @RegisterRestClient(configKey = \"" + KEY + "\"), was <" + client.configKey()
                            + ">: otherwise its signed requests would not go where " + ClientKeys.REST + "* says");
        }
        if (client.baseUri().isEmpty()
                ? !ApiUrl.isConfigured(config)
                : !client.baseUri().equals(Aurpay.URL)) {
            throw unfit(
                    type,
                    "must have @RegisterRestClient(configKey = \"" + KEY + "\", baseUri = Aurpay.URL), was <"
                            + client.baseUri() + ">: to change the address, set " + ClientKeys.URL);
        }
    }

    private static void check(Method method) {
        // Default methods call the others, and close() ends the client.
        if (Modifier.isAbstract(method.getModifiers()) && !isClose(method)) {
            if (Effect.httpMethod(method) == null) {
                throw new IllegalArgumentException(ExceptionTranslator.operation(method)
                        + ": must have @GET, @POST or another HTTP method: what it returns would not be signed");
            }
            CallParameters.of(method);
        }
    }

    private static boolean isClose(Method method) {
        return method.getName().equals("close") && method.getParameterCount() == 0;
    }

    private static IllegalArgumentException unfit(Class<?> type, String rule) {
        return new IllegalArgumentException(type.getName() + " " + rule);
    }
}
