package net.aurpay.webhook.endpoint;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;

/**
 * Finds the web module that the thread is in. Like {@link ServletRequestTarget}, a separate class because some servers
 * do not have the servlet API.
 */
final class ServletModule {
    private ServletModule() {}

    static Object context() {
        return CDI.current().select(ServletContext.class).get();
    }
}
