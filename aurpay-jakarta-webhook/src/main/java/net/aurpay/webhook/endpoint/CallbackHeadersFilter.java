package net.aurpay.webhook.endpoint;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;

/**
 * Hides headers of a callback that decide nothing, but that some servers parse before they call JAX-RS. Such a server
 * would answer an unusual {@code Content-Type} with 400, and the callback would be lost.
 *
 * <p>The library adds this filter automatically if the server allows it. On Open Liberty, map it in {@code web.xml} to
 * the servlet {@code net.aurpay.webhook.endpoint.CallbackApplication}.
 */
public final class CallbackHeadersFilter implements Filter {
    /** Creates the filter. */
    public CallbackHeadersFilter() {}

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        chain.doFilter(
                request instanceof HttpServletRequest http && !isForCashier(http)
                        ? new CallbackServletRequest(http)
                        : request,
                response);
    }

    /** The cashier responds in the language of a header. */
    private static boolean isForCashier(HttpServletRequest request) {
        return String.valueOf(request.getPathInfo()).startsWith("/" + CallbackAddress.CASHIER);
    }
}
