package net.aurpay.webhook.endpoint;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;

/**
 * The servlet's view of the request. The one class that names the servlet API: in the signature of a resource it would
 * take the whole application down on a server that runs without.
 */
final class ServletRequestTarget {
    /** Of whichever request the thread is at: the bean is request-scoped, and looking it up costs more than asking it. */
    private final HttpServletRequest request =
            CDI.current().select(HttpServletRequest.class).get();

    String raw() {
        String query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    boolean isHttp1() {
        return request.getProtocol().startsWith("HTTP/1.");
    }
}
