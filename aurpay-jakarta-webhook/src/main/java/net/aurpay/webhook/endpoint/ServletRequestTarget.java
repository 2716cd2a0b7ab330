package net.aurpay.webhook.endpoint;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The request as the servlet sees it. Only this class names the servlet API: if the signature of a resource named it,
 * the whole application would fail on a server that runs without it.
 */
final class ServletRequestTarget {
    /**
     * A proxy for the current request of the thread. The bean is request-scoped; looking it up costs more than calling
     * it.
     */
    private final HttpServletRequest request =
            CDI.current().select(HttpServletRequest.class).get();

    String raw() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    String scheme() {
        return request.getScheme();
    }

    boolean isHttp1() {
        return request.getProtocol().startsWith("HTTP/1.");
    }
}
