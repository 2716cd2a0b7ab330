package net.aurpay.webhook.endpoint;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.ServletContext;

/** The web module that the thread is in. Like {@link ServletRequestTarget}, loaded only where the servlet API may be missing. */
final class ServletModule {
    private ServletModule() {}

    static Object context() {
        return CDI.current().select(ServletContext.class).get();
    }
}
