package net.aurpay.webhook.endpoint;

import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import org.jspecify.annotations.Nullable;

/** Adds the filter to a web application. It is a separate class because some servers do not have the servlet API. */
final class ServletFilters {
    private ServletFilters() {}

    static void add(Object context) {
        if (context instanceof ServletContext servlets) {
            FilterRegistration.@Nullable Dynamic filter =
                    servlets.addFilter(CallbackHeadersFilter.class.getName(), new CallbackHeadersFilter());
            if (filter != null) {
                filter.setAsyncSupported(true);
                filter.addMappingForServletNames(null, true, CallbackApplication.class.getName());
            }
        }
    }
}
