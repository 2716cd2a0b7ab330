package net.aurpay.client.json;

import jakarta.json.spi.JsonProvider;
import java.util.ServiceConfigurationError;

/**
 * Holds the JSON-P provider of the server, which is looked up once. The look-up depends on the thread's context class
 * loader, and on a thread of a common pool this class loader does not see the server.
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
