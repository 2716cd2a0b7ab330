package net.aurpay.client.json;

import jakarta.json.spi.JsonProvider;
import java.util.ServiceConfigurationError;
import java.util.function.Supplier;

/**
 * Holds the JSON-P provider of the server, which is looked up once. The look-up depends on the thread's context class
 * loader, and on a thread of a common pool this class loader does not see the server.
 */
public final class JsonP {
    public static final JsonProvider PROVIDER = look(JsonProvider::provider);

    private JsonP() {}

    /** Looks a service up as the thread sees it, and if that fails, as this library sees it. */
    static <T> T look(Supplier<T> service) {
        try {
            return service.get();
        } catch (RuntimeException | LinkageError | ServiceConfigurationError e) {
            return lookAs(JsonP.class.getClassLoader(), service);
        }
    }

    private static <T> T lookAs(ClassLoader application, Supplier<T> service) {
        Thread thread = Thread.currentThread();
        ClassLoader caller = thread.getContextClassLoader();
        thread.setContextClassLoader(application);
        try {
            return service.get();
        } finally {
            thread.setContextClassLoader(caller);
        }
    }
}
