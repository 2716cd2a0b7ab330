package net.aurpay.webhook.endpoint;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** Reads the path and the query of a request, byte for byte as they arrived. Thread-safe. */
final class RawCallbackUrl {
    static final String RESOURCE = "/callbacks";

    private volatile @Nullable ServletRequestTarget servlet;

    /**
     * Returns the part of the raw path after the resource, with the raw query. All servers lose a lone {@code ?} at the
     * end.
     */
    static String urlSuffix(String target) {
        return suffix(target, RESOURCE);
    }

    /**
     * Returns the part of the raw path after a resource, with the raw query. It has one or two segments, of which the first of two
     * is an account. A part of the context path may be called like the resource, but no account is.
     */
    static String suffix(String target, String resource) {
        int question = target.indexOf('?');
        int end = question < 0 ? target.length() : question;
        int last = target.lastIndexOf('/', end - 1);
        int beforeLast = target.lastIndexOf('/', last - 1);
        boolean isNamed = isBelow(resource, target, beforeLast) && !resource.equals(target.substring(beforeLast, last));
        if (isNamed) {
            return target.substring(beforeLast);
        }
        return isBelow(resource, target, last) ? target.substring(last) : "";
    }

    private static boolean isBelow(String resource, String target, int start) {
        return start >= resource.length() && target.startsWith(resource, start - resource.length());
    }

    /** Returns the scheme of the connection to this server; empty if it is not known. */
    String scheme() {
        try {
            return servlet().scheme();
        } catch (LinkageError | RuntimeException e) {
            return "";
        }
    }

    /** Returns whether the protocol lets a response close the connection. HTTP/2 does not. */
    boolean isHttp1() {
        try {
            return servlet().isHttp1();
        } catch (LinkageError | RuntimeException e) {
            return false;
        }
    }

    /**
     * Returns path and query. Asks the servlet first, because {@code UriInfo} re-encodes the query on Payara. Only Open
     * Liberty may run without the servlet API, and there {@code UriInfo} is exact.
     */
    String raw(UriInfo uri) {
        try {
            return servlet().raw();
        } catch (LinkageError | RuntimeException e) {
            return requested(uri);
        }
    }

    /**
     * Returns an empty text, which is rejected later, if the server accepts a request target that it cannot represent
     * as a URI.
     */
    private static String requested(UriInfo uri) {
        try {
            URI request = uri.getRequestUri();
            String query = request.getRawQuery();
            return request.getRawPath() + (query == null ? "" : "?" + query);
        } catch (RuntimeException e) {
            return "";
        }
    }

    private ServletRequestTarget servlet() {
        ServletRequestTarget known = servlet;
        if (known == null) {
            known = new ServletRequestTarget();
            servlet = known;
        }
        return known;
    }
}
