package net.aurpay.client.http;

import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The configuration of the application that this library belongs to, whatever thread asks: MicroProfile Config goes by
 * the thread's context class loader, which on a thread of a common pool belongs to no application.
 */
public final class ApplicationConfig {
    private ApplicationConfig() {}

    /**
     * In an EAR with this library in {@code lib/}, that of the WAR whose thread asks; of the EAR on foreign threads.
     */
    public static Config current() {
        return isOfApplication(Thread.currentThread())
                ? ConfigProvider.getConfig()
                : ConfigProvider.getConfig(ApplicationConfig.class.getClassLoader());
    }

    /** Whether the thread's context class loader sees this library. */
    public static boolean isOfApplication(Thread thread) {
        ClassLoader loader = thread.getContextClassLoader();
        try {
            return loader != null
                    && Class.forName(ApplicationConfig.class.getName(), false, loader) == ApplicationConfig.class;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }
}
