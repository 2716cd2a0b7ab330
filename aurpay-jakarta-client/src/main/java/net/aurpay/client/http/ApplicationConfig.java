package net.aurpay.client.http;

import java.lang.ref.WeakReference;
import java.util.concurrent.atomic.AtomicReference;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds the configuration of the application to which this library belongs, whatever thread asks for it. MicroProfile
 * Config depends on the thread's context class loader, which does not belong to an application on a thread of a common
 * pool.
 */
public final class ApplicationConfig {
    /** The latest class loader that was found to see this library. To look for a class takes longer than to compare. */
    private static final AtomicReference<@Nullable WeakReference<ClassLoader>> SEEING = new AtomicReference<>();

    private ApplicationConfig() {}

    /**
     * The configuration of the application. In an EAR with this library in {@code lib/}, this is the configuration of
     * the WAR whose thread asks; on threads that belong to no application, it is the configuration of the EAR.
     */
    public static Config current() {
        return isOfApplication(Thread.currentThread())
                ? ConfigProvider.getConfig()
                : ConfigProvider.getConfig(ApplicationConfig.class.getClassLoader());
    }

    /** Whether the thread's context class loader sees this library. */
    public static boolean isOfApplication(Thread thread) {
        ClassLoader loader = thread.getContextClassLoader();
        if (loader == null) {
            return false;
        }
        WeakReference<ClassLoader> seeing = SEEING.get();
        if (seeing != null && seeing.refersTo(loader)) {
            return true;
        }
        boolean sees = sees(loader);
        if (sees) {
            SEEING.set(new WeakReference<>(loader));
        }
        return sees;
    }

    private static boolean sees(ClassLoader loader) {
        try {
            return Class.forName(ApplicationConfig.class.getName(), false, loader) == ApplicationConfig.class;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
