package net.aurpay.client.http;

import jakarta.ws.rs.client.ClientRequestContext;
import java.lang.reflect.Method;
import org.jspecify.annotations.Nullable;

/** Finds the method of an interface through which a request is made. */
final class InvokedMethod {
    /** The property in which MicroProfile Rest Client gives filters the method. */
    static final String PROPERTY = "org.eclipse.microprofile.rest.client.invokedMethod";

    private InvokedMethod() {}

    /** Null if the request is not made through an interface. */
    static @Nullable Method of(ClientRequestContext request) {
        return request.getProperty(PROPERTY) instanceof Method method ? method : null;
    }
}
