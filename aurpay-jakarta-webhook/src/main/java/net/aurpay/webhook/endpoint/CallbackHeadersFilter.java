package net.aurpay.webhook.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Instantiated by the container. Hides headers of a callback that decide nothing and that some servers parse before
 * JAX-RS is asked: an odd {@code Content-Type} would be their 400, and the callback lost.
 *
 * <p>The library adds it by itself where the server lets it; on Open Liberty {@code web.xml} maps it to the servlet
 * {@code net.aurpay.webhook.endpoint.CallbackApplication}.
 */
public final class CallbackHeadersFilter implements Filter {
    /** For the container. */
    public CallbackHeadersFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                request instanceof HttpServletRequest http ? new CallbackServletRequest(http) : request, response);
    }
}
