package net.aurpay.client.json;

import jakarta.json.spi.JsonProvider;
import java.util.ServiceConfigurationError;

/**
 * The server's JSON-P, looked up once. A look-up goes by the thread's context class loader, and a thread of a common
 * pool has one that does not see the server.
 */
public final class JsonP {
    public static final JsonProvider PROVIDER = find();

    private JsonP() {}

    private static JsonProvider find() {
        try {
            return JsonProvider.provider();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            return findAs(JsonP.class.getClassLoader());
        }
    }

    private static JsonProvider findAs(ClassLoader application) {
        Thread thread = Thread.currentThread();
        ClassLoader caller = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            return JsonProvider.provider();
        } finally {
            thread.setContextClassLoader(caller);
        }
    }
}
